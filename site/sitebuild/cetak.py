"""Jinja as the press uses it: autoescape always, an undefined name stops the build, components are folders."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from sitebuild.aset import TEMPLAT
from sitebuild.kolom import kolom
from sitebuild.tolak import SitusRusak


def lingkungan(**umum: Any) -> Environment:
    """The environment with `komponen`, `bidang` and the `umum` names that every page knows."""
    env = Environment(
        loader=FileSystemLoader(TEMPLAT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def komponen(nama: str, /, *, caller: Callable[[], Markup] | None = None, **isi: Any) -> Markup:
        """`{{ komponen("tombol", teks="Lanjut") }}`, or with a body: `{% call komponen("kartu") %}…{% endcall %}`."""
        try:
            templat = env.get_template(f"components/{nama}/template.html")
        except TemplateNotFound as galat:
            raise SitusRusak(f"{nama}: there is no such component") from galat
        return Markup(templat.render(**({"isi": caller()} if caller else {}), **isi).strip())

    def bidang(alamat: str, /, *, label: str = "", petunjuk: str = "", **isi: Any) -> Markup:
        """One field of a form: `{{ bidang("IsianMasuk.nip") }}`. Further names go to its component."""
        fakta = kolom(alamat, label, petunjuk)._asdict()
        jenis = isi.pop("jenis", fakta.pop("jenis"))
        pilihan = isi.pop("pilihan", None) or [(p, p) for p in fakta.pop("pilihan", ())]
        fakta.pop("pilihan", None)
        lengkap = fakta | {"id": fakta["nama"]} | ({"pilihan": pilihan} if pilihan else {}) | isi
        return komponen(jenis, **lengkap)

    env.globals.update(umum, komponen=komponen, bidang=bidang)
    env.filters["nomor_tautan"] = _nomor_tautan
    return env


def _nomor_tautan(telepon: str) -> str:
    """ "(0351) 749034" -> "+62351749034"."""
    return re.sub(r"^0", "+62", re.sub(r"[^0-9+]", "", telepon))


def contoh() -> dict[str, dict[str, dict[str, Any]]]:
    """Every component's examples: {component: {title: {"isi": {...}, "html": "..."}}}."""
    return {
        jalur.parent.name: tomllib.loads(jalur.read_text("utf-8"))
        for jalur in sorted((TEMPLAT / "components").glob("*/contoh.toml"))
    }
