"""The headers that every answer of the site carries, written to `_kepala.json` for whoever serves it.

In the policy the token `{penyimpanan}` stands where the address of the file storage belongs ("" when it is the same
origin). How long a file may be kept follows from its address: /a/… for ever, everything else is asked for again.
"""

from __future__ import annotations

import base64
import hashlib

PENYIMPANAN = "{penyimpanan}"


def csp(gaya: str) -> str:
    """The content security policy for pages that inline this CSS."""
    sidik = base64.b64encode(hashlib.sha256(gaya.encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            f"style-src 'sha256-{sidik}'",
            f"img-src 'self' blob: {PENYIMPANAN}",
            f"connect-src 'self' {PENYIMPANAN}",
            "manifest-src 'self'",
            "worker-src 'self'",
            "font-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types sikap",
        )
    )


def kepala(gaya: str) -> dict[str, str]:
    """What `_kepala.json` holds: header -> value."""
    return {
        "Content-Security-Policy": csp(gaya),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
