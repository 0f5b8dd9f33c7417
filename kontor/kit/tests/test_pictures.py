"""Photographs from telephones: upright, without their place, small; what is none is refused with a sentence."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from kontor.kit.pictures import MAX_BYTES, read_picture
from kontor.kit.uploads import UploadRefused


def file(content: bytes, name: str = "IMG_0412.JPG") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def saved(image: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    image: Image.Image = Image.open(io.BytesIO(content))
    image.load()
    return image


def halves() -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", (400, 300), "red")
    image.paste("blue", (200, 0, 400, 300))
    return image


def test_it_is_turned_upright_and_its_place_is_gone() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Phone & Co"
    exif.get_ifd(0x8825)[2] = (63.0, 25.0, 10.0)
    content = saved(halves(), exif=exif)
    assert b"Phone & Co" in content
    picture = read_picture(file(content))
    image = opened(picture.content)
    assert image.size == (300, 400)
    red, _green, blue = image.getpixel((150, 40))  # type: ignore[misc]
    assert red > 200 > blue
    assert not image.getexif()
    assert b"Phone & Co" not in picture.content
    assert picture.name == "IMG_0412.jpg"


@pytest.mark.parametrize("kind", ["HEIF", "WEBP", "PNG"])
def test_other_kinds_become_jpeg(kind: str) -> None:
    picture = read_picture(file(saved(halves(), kind), f"oil.{kind.lower()}"))
    assert opened(picture.content).format == "JPEG"
    assert opened(picture.small).format == "JPEG"
    assert picture.name == "oil.jpg"


def test_large_ones_are_made_smaller() -> None:
    picture = read_picture(file(saved(Image.new("RGB", (6000, 4500), "grey"))))
    assert opened(picture.content).size == (2048, 1536)
    assert opened(picture.small).size == (320, 240)


def test_what_shines_through_becomes_white() -> None:
    picture = read_picture(file(saved(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"), "a.png"))
    assert opened(picture.content).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "1", "I;16"])
def test_all_colours_become_the_usual_ones(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = read_picture(file(saved(Image.new(mode, (40, 40)), kind)))
    assert opened(picture.content).mode == "RGB"


def bomb(width: int, height: int) -> bytes:
    """A PNG that claims to be enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "upload.empty"),
        (b"%PDF-1.7 no picture", "upload.content"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "upload.content"),
        (b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", "upload.content"),
        (saved(halves())[:2000], "upload.broken"),
        (saved(halves(), "HEIF")[:300], "upload.broken"),
        (bomb(40_000, 40_000), "upload.pixels"),
        (bomb(9_000, 9_000), "upload.pixels"),
        (b"\xff\xd8\xff" + b"x" * MAX_BYTES, "upload.size"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UploadRefused) as refused:
        read_picture(file(content, "whatever.jpg"))
    assert refused.value.code in {code, "upload.content" if code == "upload.broken" else code}
    assert "whatever.jpg" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("..", "picture.jpg"), ("a" * 200 + ".png", "a" * 80 + ".jpg"), ("C:\\dir\\å.HEIC", "å.jpg")],
)
def test_names_are_kept_as_far_as_they_are_harmless(name: str, kept: str) -> None:
    upload = file(saved(halves()))
    upload._name = name  # type: ignore[attr-defined]  # as it came, before Django cleans it
    assert read_picture(upload).name == kept
