"""Rule -> the folder in which it speaks and the one in which it has every reason not to.

A name is that of a folder of `sample_docs/` or of a case of this package. The tests run docscheck
on both and hold the table to what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Two folders of one rule."""

    refused: str
    accepted: str


_CERTIFICATE = "certificate_in_order"

SHOWN: Mapping[str, Pair] = {
    "file.empty": Pair("empty_file", _CERTIFICATE),
    "file.corrupt": Pair("truncated_passport", "complete"),
    "file.encrypted": Pair("encrypted_certificate", "complete"),
    "file.restricted": Pair("printing_forbidden", _CERTIFICATE),
    "file.repaired": Pair("table_of_objects_lost", _CERTIFICATE),
    "file.extension_mismatch": Pair("wrong_extension", "complete"),
    "file.extension_missing": Pair("no_extension", _CERTIFICATE),
    "file.unsupported": Pair("word_file", _CERTIFICATE),
    "file.too_large": Pair("huge_file", _CERTIFICATE),
    "file.too_many_pages": Pair("many_pages", _CERTIFICATE),
    "file.limit": Pair("huge_picture", _CERTIFICATE),
    "file.timeout": Pair("no_time_left", _CERTIFICATE),
    "file.locked": Pair("locked_in_archive", _CERTIFICATE),
    "file.duplicate": Pair("same_file_twice", _CERTIFICATE),
    "file.active_content": Pair("script_in_pdf", _CERTIFICATE),
    "file.hidden_text": Pair("white_words", _CERTIFICATE),
    "file.name": Pair("strange_name", _CERTIFICATE),
    "file.heavy": Pair("heavy_file", _CERTIFICATE),
    "file.ignored": Pair("complete_messy", "complete"),
    "format.pdf_required": Pair("passport_photo_not_pdf", "complete"),
    "format.media_type": Pair("photo_of_a_paper", _CERTIFICATE),
    "quality.blurry": Pair("blurred_passport", "complete"),
    "quality.glare": Pair("photo_with_glare", "photo_of_a_paper"),
    "quality.dark": Pair("scan_too_dark", "scan_in_order"),
    "quality.low_resolution": Pair("few_pixels", "scan_in_order"),
    "quality.cropped": Pair("scan_cut", "scan_in_order"),
    "quality.rotated": Pair("scan_upside_down", "scan_in_order"),
    "quality.blank_page": Pair("blank_page", _CERTIFICATE),
    "quality.screenshot": Pair("screen_capture", "scan_in_order"),
    "quality.unreadable": Pair("blurred_passport", "complete"),
    "document.unrecognised": Pair("unknown_words", _CERTIFICATE),
    "document.irrelevant": Pair("electricity_bill", _CERTIFICATE),
    "document.look_alike": Pair("receipt_for_certificate", _CERTIFICATE),
    "document.several_in_one_file": Pair("everything_in_one_pdf", "complete"),
    "document.split_over_files": Pair("front_back_two_files", "complete_permit"),
    "document.side_missing": Pair("permit_front_only", "complete_permit"),
    "document.older_version": Pair("two_passports", "passport_in_order"),
    "document.field_not_read": Pair("permit_front_only", _CERTIFICATE),
    "mrz.missing": Pair("passport_without_zone", "passport_in_order"),
    "mrz.check_digit": Pair("passport_check_digit", "passport_in_order"),
    "mrz.visual_mismatch": Pair("passport_number_differs", "passport_in_order"),
    "barcode.visual_mismatch": Pair("seal_differs", "seal_agrees"),
    "barcode.address": Pair("address_in_a_code", _CERTIFICATE),
    "validity.expired": Pair("passport_expired", "passport_in_order"),
    "validity.expires_soon": Pair("passport_expires_soon", "passport_in_order"),
    "validity.not_yet_valid": Pair("visa_not_begun", "visa_in_order"),
    "validity.school_year": Pair("previous_year_certificate", _CERTIFICATE),
    "validity.visa_type": Pair("short_stay_visa", "visa_in_order"),
    "validity.visa_not_validated": Pair("visa_never_validated", "visa_in_order"),
    "validity.visa_to_validate": Pair("visa_in_order", "complete"),
    "validity.card_not_requested": Pair("card_not_requested", "visa_in_order"),
    "validity.visa_single_entry": Pair("visa_single_entry", "visa_in_order"),
    "validity.provisional_stay": Pair("receipt_of_request", "complete_permit"),
    "civil_status.no_parents": Pair("extract_without_parents", "birth_record_french"),
    "civil_status.untranslated": Pair("birth_record_in_vietnamese", "birth_record_french"),
    "civil_status.translation_advised": Pair("birth_record_in_greek", "birth_record_french"),
    "civil_status.translation_optional": Pair("birth_record_in_german", "birth_record_french"),
    "civil_status.translator": Pair("translation_made_abroad", "translation_made_in_france"),
    "civil_status.legalisation": Pair("birth_record_indian", "birth_record_french"),
    "civil_status.form": Pair("record_of_ofpra", "birth_record_french"),
    "civil_status.usual_trap": Pair("birth_record_in_vietnamese", "birth_record_french"),
    "civil_status.trap_form": Pair("short_birth_record", "birth_record_french"),
    "bank.iban_missing": Pair("rib_without_iban", "rib_in_order"),
    "bank.iban_invalid": Pair("wrong_iban", "rib_in_order"),
    "bank.rib_key": Pair("wrong_rib_key", "rib_in_order"),
    "bank.holder": Pair("rib_of_someone_else", "completion"),
    "bank.joint_account": Pair("joint_account", "rib_in_order"),
    "bank.two_accounts": Pair("two_accounts", "rib_in_order"),
    "bank.bic_country": Pair("bank_of_another_country", "rib_in_order"),
    "bank.not_sepa": Pair("account_outside_sepa", "rib_in_order"),
    "bank.foreign_account": Pair("account_in_lithuania", "rib_in_order"),
    "nir.key": Pair("wrong_key_of_number", "definitive_number"),
    "nir.provisional": Pair("provisional_number", "definitive_number"),
    "nir.provisional_over": Pair("provisional_number_over", "definitive_number"),
    "consistency.name_variant": Pair("first_given_name_left_out", "one_student"),
    "consistency.name": Pair("other_given_names", "one_student"),
    "consistency.birth_date": Pair("other_birth_date", "one_student"),
    "consistency.document_number": Pair("visa_of_former_passport", "visa_of_this_passport"),
    "consistency.other_person": Pair("two_students", "one_student"),
    "photo.dimensions": Pair("photo_landscape", "photo_in_order"),
    "photo.face_count": Pair("photo_of_two", "photo_in_order"),
    "photo.face_size": Pair("photo_small_face", "photo_in_order"),
    "photo.pose": Pair("photo_tilted", "photo_in_order"),
    "photo.background": Pair("photo_uneven_ground", "photo_in_order"),
    "photo.exposure": Pair("photo_dark", "photo_in_order"),
    "photo.sharpness": Pair("photo_blurred", "photo_in_order"),
    "requirement.missing": Pair("missing_visa", "completion"),
    "requirement.nonconforming": Pair("expired_passport", "complete"),
    "requirement.not_needed": Pair("photo_too_early", "one_student"),
    "profile.not_eligible": Pair("language_school", "one_student"),
    "profile.unknown": Pair(_CERTIFICATE, "passport_in_order"),
    "profile.contradiction": Pair("said_otherwise", "passport_in_order"),
    "waiver.expired": Pair("waiver_past_its_date", "waiver_holds"),
    "waiver.unmatched": Pair("waiver_of_another_file", "waiver_holds"),
    "waiver.unknown_rule": Pair("waiver_of_unknown_rule", "waiver_holds"),
    "waiver.not_allowed": Pair("waiver_of_a_closed_file", "waiver_holds"),
    "waiver.unused": Pair("waiver_without_need", "waiver_holds"),
    "internal.crash": Pair("worker_without_memory", _CERTIFICATE),
}
