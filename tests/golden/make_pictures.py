#!/usr/bin/env python3
"""Writes small JPEG and BMP files and, beside them in pictures.json, the pixels that other libraries decode them to.

    make_pictures.py [FOLDER]        FOLDER: where to write, by default tests/golden/pictures of this repository

Needs Debian's python3-pil and libjpeg-turbo-progs (cjpeg). The scene is drawn, not photographed: soft shapes, edges and
some grain. Pixels are of libjpeg-turbo with its accurate transform, zlib in base64 of [height, width, channels].
"""

import base64
import io
import json
import math
import pathlib
import random
import subprocess
import sys
import zlib

from PIL import Image, ImageOps

folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "pictures"
folder.mkdir(exist_ok=True)
generator = random.Random(7)


def scene(width, height):
    image = Image.new("RGB", (width, height))
    for y in range(height):
        for x in range(width):
            u, v = x / width, y / height
            red = 140 + 90 * math.sin(7 * u + 3 * v)
            green = 120 + 100 * math.cos(5 * v - 4 * u)
            blue = 130 + 80 * math.sin(9 * u * v + 1)
            if (u - 0.6) ** 2 + (v - 0.4) ** 2 < 0.05:
                red, green, blue = 250, 60, 30
            grain = generator.uniform(-6, 6)
            image.putpixel((x, y), tuple(int(min(max(c + grain, 0), 255)) for c in (red, green, blue)))
    return image


def cjpeg(image, *arguments):
    ppm = io.BytesIO()
    image.save(ppm, "PPM")
    return subprocess.run(["cjpeg", *arguments], input=ppm.getvalue(), stdout=subprocess.PIPE, check=True).stdout


def pil(image, **options):
    data = io.BytesIO()
    image.save(data, "JPEG", **options)
    return data.getvalue()


def oriented(image, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return pil(image, exif=exif, quality=90, subsampling=0)


colors, odd, gray = scene(43, 37), scene(29, 21), scene(23, 19).convert("L")
jpegs = {
    "444": cjpeg(colors, "-quality", "90", "-sample", "1x1"),
    "422": cjpeg(colors, "-quality", "85", "-sample", "2x1"),
    "420": cjpeg(colors, "-quality", "85", "-sample", "2x2"),
    "440": cjpeg(colors, "-quality", "85", "-sample", "1x2"),
    "411": cjpeg(colors, "-quality", "85", "-sample", "4x1"),
    "420-odd-optimized": cjpeg(odd, "-quality", "60", "-optimize"),
    "420-restart": cjpeg(colors, "-quality", "75", "-restart", "2B"),
    "420-progressive": cjpeg(colors, "-quality", "85", "-progressive"),
    "444-progressive-restart": cjpeg(odd, "-quality", "92", "-progressive", "-sample", "1x1", "-restart", "3B"),
    "422-progressive": cjpeg(odd, "-quality", "80", "-progressive", "-sample", "2x1"),
    "rgb": cjpeg(odd, "-quality", "90", "-rgb"),
    "gray": pil(gray, quality=80),
    "gray-progressive": pil(gray, quality=80, progressive=True),
    "tiny": cjpeg(scene(3, 2), "-quality", "90"),
    "cmyk": pil(odd.convert("CMYK"), quality=90),
}
for orientation in range(1, 9):
    jpegs[f"orientation-{orientation}"] = oriented(scene(13, 9), orientation)

cases = []
for name, data in jpegs.items():
    (folder / f"{name}.jpg").write_bytes(data)
    image = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    image = image if image.mode in ("L", "RGB") else image.convert("RGB")
    cases.append((f"{name}.jpg", image))

bmps = {"rgb": odd, "palette": odd.quantize(200), "four": odd.quantize(16), "bits": odd.convert("1"),
        "alpha": odd.copy()}
bmps["alpha"].putalpha(gray.resize(odd.size))
for name, image in bmps.items():
    data = io.BytesIO()
    image.save(data, "BMP")
    (folder / f"{name}.bmp").write_bytes(data.getvalue())
    back = Image.open(io.BytesIO(data.getvalue()))
    cases.append((f"{name}.bmp", back.convert("RGBA" if back.mode == "RGBA" else "RGB")))

(folder / "pictures.json").write_text("[\n" + ",\n".join(json.dumps({
    "file": name, "width": image.width, "height": image.height, "channels": len(image.getbands()),
    "pixels": base64.b64encode(zlib.compress(image.tobytes(), 9)).decode()}) for name, image in cases) + "\n]\n")

# Smaller by more and by less than a half, larger, and both at once; Pillow smooths what becomes smaller, as we do.
(folder / "resized.json").write_text("[\n" + ",\n".join(json.dumps({
    "width": width, "height": height,
    "pixels": base64.b64encode(Image.open(folder / "rgb.bmp").convert("RGB")
                               .resize((width, height), Image.BILINEAR).tobytes()).decode()})
    for width, height in [(11, 7), (20, 16), (41, 33), (13, 40)]) + "\n]\n")
