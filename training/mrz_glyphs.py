"""Train the glyph network of `docscheck.mrz` and measure it on a cut and a wear it never saw.

    pip install -r training/requirements.txt
    PYTHONPATH=src:. python -m training.mrz_glyphs

Writes `src/docscheck/mrz/glyphs.npz` (weights, float16) and `glyphs.toml` beside it (how they were
made, what they measured). Needs Debian's fonts-ocr-b, fonts-liberation, fonts-freefont-ttf and
fonts-dejavu. One thread and a fixed seed: the same machine gives the same weights.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from docscheck.mrz.glyphs import ALPHABET, FIRST, NONE, Network
from training.mrz_strips import HELD_OUT, TAUGHT, Cut, Strip, draw_strip

SEED = 9303
STRIPS, EPOCHS, BATCH, PACE = 24_000, 6, 512, 3e-3
MEASURED, HARDER = 1_000, 1.4
WINDOW = 26
"""Columns that one answer of the network sees."""
SAME_TURNED = set("0OHINSXZ8<69MW")
"""Characters that remain, or become, a character when turned over: neither taught as `NONE`."""
LAYERS = (0, 3, 7, 10)
"""Of the network, those that learn."""
TARGET = Path("src/docscheck/mrz")


def build() -> nn.Sequential:
    return nn.Sequential(
        *(nn.Conv2d(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(16, 32, 3), nn.ReLU(), nn.MaxPool2d((2, 1))),
        *(nn.Flatten(), nn.Linear(32 * 6 * 9, 160), nn.ReLU(), nn.Dropout(0.15)),
        nn.Linear(160, NONE + 1),
    )


def windows(rng: np.random.Generator, strip: Strip) -> tuple[list[NDArray[np.float16]], list[int]]:
    """Cut the windows of one strip: on characters, between them, and beside the line."""
    cut: list[NDArray[np.float16]] = []
    labels: list[int] = []

    def take(middle: float, label: int) -> None:
        left = round(middle - FIRST)
        if 0 <= left <= strip.pixels.shape[1] - WINDOW:
            cut.append(strip.pixels[:, left : left + WINDOW].astype(np.float16))
            labels.append(label)

    if not strip.legible:
        for middle in rng.uniform(FIRST, strip.pixels.shape[1] - FIRST, 14):
            take(middle, NONE)
        return cut, labels
    step = float(np.diff(strip.centres).mean()) if len(strip.centres) > 1 else 20.0
    for middle, char in zip(strip.centres, strip.text, strict=True):
        if char == " ":
            take(middle + rng.uniform(-2, 2), NONE)
        elif strip.upright:
            take(middle + rng.uniform(-2.8, 2.8), ALPHABET.index(char))
        elif char not in SAME_TURNED or char == "<":
            take(middle + rng.uniform(-2.8, 2.8), NONE)
        if rng.random() < 0.4:
            take(middle + step / 2 + rng.uniform(-2.5, 2.5), NONE)
    return cut, labels


def dataset(
    seed: int, count: int, cuts: tuple[Cut, ...], hardness: float
) -> tuple[torch.Tensor, torch.Tensor]:
    rng = np.random.default_rng(seed)
    cut: list[NDArray[np.float16]] = []
    labels: list[int] = []
    for _ in range(count):
        more, theirs = windows(rng, draw_strip(rng, cuts, hardness))
        cut += more
        labels += theirs
    return torch.from_numpy(np.stack(cut))[:, None], torch.tensor(labels)


def resume(model: nn.Sequential, start: Path) -> None:
    """Begin with weights that were stored, not with random ones."""
    with np.load(start) as stored:
        pairs = zip(LAYERS, ("kernel1", "kernel2", "dense1", "dense2"), strict=True)
        for i, (layer, name) in enumerate(pairs, 1):
            weight = torch.from_numpy(stored[name].astype(np.float32).T.copy())
            model[layer].weight.data = weight.reshape(model[layer].weight.shape)
            model[layer].bias.data = torch.from_numpy(stored[f"bias{i}"].astype(np.float32))


def train(strips: int, epochs: int, pace: float, start: Path | None) -> nn.Sequential:
    torch.manual_seed(SEED)
    inputs, labels = dataset(SEED, strips, TAUGHT, 1.0)
    model = build()
    if start is not None:
        resume(model, start)
    steps = epochs * (len(inputs) // BATCH)
    optimiser = torch.optim.AdamW(model.parameters(), lr=pace, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, pace, total_steps=steps, pct_start=0.1
    )
    loss_of = nn.CrossEntropyLoss()
    for epoch in range(epochs):
        order = torch.randperm(len(inputs))
        total = 0.0
        for i in range(len(inputs) // BATCH):
            chosen = order[i * BATCH : (i + 1) * BATCH]
            with torch.autocast("cpu", torch.bfloat16):
                scores = model(inputs[chosen].float())
            loss = loss_of(scores.float(), labels[chosen])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1}: {len(inputs)} windows, loss {total / (len(inputs) // BATCH):.4f}",
            flush=True,
        )
    return model.eval()


def calibrate(model: nn.Sequential, inputs: torch.Tensor, labels: torch.Tensor) -> float:
    """Divide the scores so that they are as sure as they are right on strips not taught."""
    with torch.no_grad():
        scores = torch.cat([model(part.float()) for part in inputs.split(4 * BATCH)])
        heats = np.exp(np.linspace(np.log(0.5), np.log(2.0), 57))
        losses = [float(nn.functional.cross_entropy(scores / float(h), labels)) for h in heats]
        heat = float(heats[int(np.argmin(losses))])
        last = model[LAYERS[-1]]
        last.weight /= heat
        last.bias /= heat
    return heat


def weights(model: nn.Sequential) -> dict[str, NDArray[np.float16]]:
    conv1, conv2, dense1, dense2 = (model[i] for i in LAYERS)
    flat = lambda t: t.detach().numpy().reshape(t.shape[0], -1).T.astype(np.float16)  # noqa: E731
    whole = lambda t: t.detach().numpy().astype(np.float16)  # noqa: E731
    return {
        "kernel1": flat(conv1.weight), "bias1": whole(conv1.bias),
        "kernel2": flat(conv2.weight), "bias2": whole(conv2.bias),
        "dense1": flat(dense1.weight), "bias3": whole(dense1.bias),
        "dense2": flat(dense2.weight), "bias4": whole(dense2.bias),
    }  # fmt: skip


def measure(
    stored: dict[str, NDArray[np.float16]], cuts: tuple[Cut, ...], hardness: float, seed: int
) -> dict[str, float]:
    """Measure the shipped arithmetic, window by window: share of right answers."""
    network = Network(**{name: array.astype(np.float32) for name, array in stored.items()})
    inputs, labels = dataset(seed, MEASURED, cuts, hardness)
    answers = np.concatenate([network.score(np.asarray(w[0], np.float32)) for w in inputs.numpy()])
    truth = labels.numpy()
    right = answers.argmax(1) == truth
    within = answers[:, :NONE].argmax(1) == truth
    glyphs = truth != NONE
    wrong = Counter(
        (ALPHABET[t], ALPHABET[a])
        for t, a in zip(truth[glyphs], answers[glyphs, :NONE].argmax(1), strict=True)
        if t != a
    )
    print("most confused:", " ".join(f"{t}{a}:{n}" for (t, a), n in wrong.most_common(24)))
    return {
        "windows": len(truth),
        "character_or_none": round(float(right.mean()), 4),
        "character_found": round(float(right[glyphs].mean()), 4),
        "character_named": round(float(within[glyphs].mean()), 4),
        "none_kept": round(float(right[~glyphs].mean()), 4),
    }


def main() -> None:
    parser = ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--strips", type=int, default=STRIPS)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--pace", type=float, default=PACE)
    parser.add_argument("--start", type=Path, help="weights to begin with")
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    model = train(chosen.strips, chosen.epochs, chosen.pace, chosen.start)
    heat = calibrate(model, *dataset(SEED + 2, MEASURED, TAUGHT, 1.0))
    stored = weights(model)
    np.savez_compressed(TARGET / "glyphs.npz", **stored)
    taught, held_out = ([cut.file for cut in cuts] for cuts in (TAUGHT, HELD_OUT))
    lines = [
        "# Made by training/mrz_glyphs.py; do not edit.",
        f'made_with = "torch {torch.__version__}, seed {SEED}"',
        f"strips = {chosen.strips}",
        f"epochs = {chosen.epochs}",
        f"begun_with_other_weights = {str(chosen.start is not None).lower()}",
        f"temperature = {heat:.3f}",
        f"taught_cuts = {json.dumps(taught)}",
        f"held_out_cuts = {json.dumps(held_out)}",
        f'wear_of_harder = "the held out cut, {HARDER} times the noise, blur and guilloche taught"',
    ]
    measured = (
        ("same_cut", TAUGHT, 1.0),
        ("held_out", HELD_OUT, 1.0),
        ("harder", HELD_OUT, HARDER),
    )
    for name, cuts, hardness in measured:
        found = measure(stored, cuts, hardness, SEED + 1)
        print(name, found, flush=True)
        lines += ["", f"[{name}]", *(f"{key} = {value}" for key, value in found.items())]
    (TARGET / "glyphs.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
