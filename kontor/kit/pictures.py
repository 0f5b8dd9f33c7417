"""Photographs that people send: turned upright, without the place where they were taken, small enough for a page.

What a telephone makes is read (JPEG, HEIC, PNG, WebP) and written anew as JPEG, so that nothing of the file that came
is handed on: no place, no second picture, nothing hidden. Decoding has limits, told before anything is decoded.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from threading import BoundedSemaphore
from typing import Any, Final, Protocol

import pillow_heif
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from kontor.kit import signatures
from kontor.kit.formats import file_size
from kontor.kit.uploads import UploadRefused

pillow_heif.register_heif_opener(thumbnails=False)

FORMATS: Final = ("JPEG", "PNG", "WEBP", "HEIF")
ACCEPT: Final = "image/*,.heic,.heif"
CONTENT_TYPE: Final = "image/jpeg"
MAX_BYTES: Final = 15_000_000
MAX_PIXELS: Final = 60_000_000
LONG_SIDE: Final = 2048
SMALL_SIDE: Final = 320
QUALITY: Final = 82
NAME_LENGTH: Final = 80

# Decoding takes memory: two at a time in a process, the others wait.
_decoding = BoundedSemaphore(2)
_ODD: Final = re.compile(r"[\x00-\x1f\x7f/\\]+")


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph as it is kept: JPEG, and once more small for lists."""

    name: str
    content: bytes
    small: bytes


class Upload(Protocol):
    """What a form gives: a named file whose size is known."""

    @property
    def name(self) -> str | None: ...
    @property
    def size(self) -> int | None: ...
    def read(self, num_bytes: int = ..., /) -> bytes: ...
    def seek(self, offset: int, whence: int = ..., /) -> Any: ...


def read_picture(upload: Upload) -> Picture:
    """A photograph, ready to be kept. Raises `UploadRefused` with a sentence that names the file."""
    name = PurePosixPath((upload.name or "").replace("\\", "/")).name
    if not upload.size:
        raise UploadRefused("empty", _("“%(name)s” is empty."), name=name)
    if upload.size > MAX_BYTES:
        raise too_large(name, upload.size)
    upload.seek(0)
    content = upload.read(MAX_BYTES + 1)
    if content.startswith(signatures.PDF):
        raise UploadRefused(
            "content", _("“%(name)s” is a PDF. Send a photograph or a screenshot of it."), name=name
        )
    with _decoding, _refusing(name):
        image = _decoded(content, name)
        small = image.copy()
        small.thumbnail((SMALL_SIDE, SMALL_SIDE))
        return Picture(_kept_name(name), _written(image), _written(small))


def too_large(name: str, size: int | None = None) -> UploadRefused:
    """Why a file of that size is not taken."""
    limit = file_size(MAX_BYTES)
    if size is None:
        return UploadRefused(
            "size", _("“%(name)s” is too large. A picture may have %(limit)s."), name=name, limit=limit
        )
    return UploadRefused(
        "size",
        _("“%(name)s” has %(size)s, a picture may have %(limit)s."),
        name=name,
        size=file_size(size),
        limit=limit,
    )


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """What cannot be decoded is the file's fault, whatever the decoder stumbles over."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own limit comes below Pillow's
            yield
    except UploadRefused:
        raise
    except UnidentifiedImageError as error:
        raise UploadRefused(
            "content",
            _("“%(name)s” is not a picture that we can read. Send it as JPEG, PNG, WebP or HEIC."),
            name=name,
        ) from error
    except Image.DecompressionBombError as error:
        raise _too_many_pixels(name) from error
    except Exception as error:
        raise UploadRefused(
            "broken", _("“%(name)s” is damaged and cannot be read. Take the picture anew."), name=name
        ) from error


def _decoded(content: bytes, name: str) -> Image.Image:
    """The picture as people see it: upright, in usual colours, not larger than kept."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise _too_many_pixels(name)
        image.draft("RGB", (LONG_SIDE, LONG_SIDE))  # a JPEG is decoded smaller at once
        image.load()
        profile = image.info.get("icc_profile")
        made: Image.Image = ImageOps.exif_transpose(image)
        made.thumbnail((LONG_SIDE, LONG_SIDE))
        return _usual_colours(made, profile)


def _usual_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        return Image.alpha_composite(ground, seen).convert("RGB")
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            made = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        if made is not None:
            return made
    return image.convert("RGB")


def _too_many_pixels(name: str) -> UploadRefused:
    return UploadRefused(
        "pixels",
        _("“%(name)s” has more than %(limit)s megapixels. Take it with fewer."),
        name=name,
        limit=MAX_PIXELS // 1_000_000,
    )


def _written(image: Image.Image) -> bytes:
    """As JPEG with nothing beside the pixels."""
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def _kept_name(name: str) -> str:
    stem = _ODD.sub(" ", PurePosixPath(name).stem).strip(" .") or "picture"
    return f"{stem[:NAME_LENGTH]}.jpg"


class PictureUploads(TemporaryFileUploadHandler):
    """Takes files in up to the size of a picture and lets the rest of a larger one pass by unkept.

    So a form with a file of 40 MB still brings its words. `names_of_skipped` has the names of such files.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.came = 0
        request.skipped_files = []  # type: ignore[attr-defined]

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.came = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.came += len(raw_data)
        if self.came > MAX_BYTES:
            self.request.skipped_files.append(self.file_name)  # type: ignore[union-attr]
            raise SkipFile
        super().receive_data_chunk(raw_data, start)


def names_of_skipped(request: HttpRequest) -> Collection[str]:
    """Names of files that were too large to be kept."""
    found: list[str] = getattr(request, "skipped_files", [])
    return found


# ── In forms ──────────────────────────────────────────────────────────────────────────────────────────────


class PicturesInput(forms.FileInput):
    """Chooses several pictures, on a telephone also from the camera."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: MultiValueDict[str, Any], name: str) -> list[Any]:
        return files.getlist(name) if hasattr(files, "getlist") else []


class PicturesField(forms.FileField):
    """Up to `most` photographs; its clean value is a list of `Picture`. What is wrong is said file by file."""

    widget = PicturesInput

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**{"required": False} | kwargs)
        self.most = most
        self.skipped: Collection[str] = ()
        self.widget.attrs["accept"] = ACCEPT

    @property
    def accept(self) -> str:
        return ACCEPT

    @property
    def max_bytes(self) -> int:
        return MAX_BYTES

    @property
    def limits(self) -> str:
        """What is taken, in words."""
        known = {"most": self.most, "size": file_size(MAX_BYTES)}
        return gettext("Up to %(most)s pictures: JPEG, HEIC, PNG or WebP, each at most %(size)s.") % known

    @property
    def too_large(self) -> str:
        """What is said of a file that is too large, before it is sent."""
        return gettext("This picture is too large, it may have %(size)s.") % {"size": file_size(MAX_BYTES)}

    @property
    def too_many(self) -> str:
        """What is said of more pictures than are taken at once, before they are sent."""
        return str(TOO_MANY) % {"most": self.most}

    def clean(self, data: list[Any], initial: Any = None) -> list[Picture]:
        problems = [str(too_large(PurePosixPath(name).name)) for name in self.skipped]
        if len(data) + len(problems) > self.most:
            raise ValidationError(TOO_MANY, params={"most": self.most})
        pictures = []
        for upload in data:
            try:
                pictures.append(read_picture(upload))
            except UploadRefused as error:
                problems.append(str(error))
        if problems:
            if pictures:
                problems.append(str(CHOOSE_AGAIN))
            raise ValidationError(problems)
        return pictures


TOO_MANY: Final = _("At most %(most)s pictures at once. Send the others in a second message.")
CHOOSE_AGAIN: Final = _("Choose the pictures again: a browser does not keep them.")
