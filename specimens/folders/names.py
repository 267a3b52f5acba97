"""What do students call their files? From neat to none of their own."""

from __future__ import annotations

from random import Random

from specimens.model import Person

_NEAT = {
    "passport": ("passeport", "Passport", "01_passeport", "passeport_page_identite"),
    "id_card": ("carte_identite", "ID card", "carte-nationale"),
    "visa": ("visa", "visa_long_sejour", "02_visa", "Visa étudiant"),
    "validation": ("validation_vls-ts", "confirmation_ANEF", "Validation du visa"),
    "permit": ("titre_de_sejour", "titre-sejour", "residence_permit", "Carte de séjour"),
    "receipt": ("recepisse", "récépissé", "recepisse_titre_de_sejour"),
    "certificate": (
        "certificat_scolarite",
        "certificat de scolarité",
        "attestation-inscription",
        "enrolment",
    ),
    "birth": (
        "acte_de_naissance",
        "acte naissance",
        "birth_certificate",
        "extrait acte de naissance",
    ),
    "translation": ("traduction_acte", "traduction assermentée", "sworn_translation"),
    "rib": ("rib", "RIB", "releve_identite_bancaire", "IBAN"),
    "authorization": ("autorisation_parentale", "parental authorisation"),
    "resources": ("attestation_ressources", "ressources"),
    "s1": ("formulaire_S1", "S1"),
}
_PHONE = (
    "IMG_{0:04d}",
    "IMG-202609{1:02d}-WA{0:04d}",
    "PXL_202609{1:02d}_{0:06d}",
    "photo {1}",
    "20260{2}{1:02d}_1{0:05d}",
)
_SCANNER = (
    "scan{0:04d}",
    "Scan_{0:04d}",
    "CamScanner {1:02d}-09-2026 10.{2}5",
    "numérisation_{1}",
    "DOC{0:05d}",
)
_DESK = (
    "Document sans titre ({1})",
    "document({2})",
    "Untitled {1}",
    "téléchargement ({1})",
    "sans nom",
    "nouveau fichier {2}",
)
_FOLDERS = ("Sécu", "papiers/2026", "à envoyer", "docs", "ameli/pièces jointes")


def neat(key: str, rng: Random) -> str:
    """Name a file after the paper, without extension."""
    return rng.choice(_NEAT.get(key, (key,)))


def messy(key: str, suffix: str, person: Person, rng: Random) -> str:
    """Name a file as a telephone, a scanner or a hurry does, without extension."""
    numbers = rng.randint(1, 9999), rng.randint(1, 28), rng.randint(1, 5)
    if rng.random() < 0.25:
        return f"{(*person.given_names, person.surname)[0]} {neat(key, rng)} FINAL"
    family = _PHONE if suffix in (".jpg", ".jpeg") else rng.choice((_SCANNER, _DESK))
    return rng.choice(family).format(*numbers)


def place(rng: Random, style: str) -> str:
    """Choose the folder of a file within the student's folder, with its slash, or nothing."""
    return f"{rng.choice(_FOLDERS)}/" if style == "messy" and rng.random() < 0.3 else ""


def extension(suffix: str, style: str, rng: Random) -> str:
    """Spell the extension."""
    if style == "messy" and suffix == ".jpg":
        return rng.choice((".jpg", ".JPG", ".jpeg"))
    return suffix.upper() if style == "messy" and rng.random() < 0.15 else suffix


def free(name: str, ending: str, taken: dict[str, bytes]) -> str:
    """Add a number while a name is taken, whatever its case (some file systems do not tell them
    apart).
    """
    used = {path.casefold() for path in taken}
    candidate, count = name + ending, 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{name} ({count}){ending}"
    return candidate


JUNK = {
    ".DS_Store": b"\x00\x00\x00\x01Bud1" + bytes(64),
    "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64),
    "desktop.ini": b"[.ShellClassInfo]\r\n",
    "._passeport.pdf": b"\x00\x05\x16\x07" + bytes(64),
}
"""Files that systems leave behind."""
