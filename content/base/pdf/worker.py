"""Typeset files in a process of its own, which may be stopped when it takes too long. Knows nothing of the website.

Takes the folder of the templates, then reads one JSON object a line: {"template": "plan.typ", "data": "…",
"output": "/…/0.pdf"}; answers each with a line {"error": ""} or {"error": "what Typst said"}.
"""

import json
import sys
from pathlib import Path

import typst

HERE = Path(__file__).resolve().parent


def main(templates: str) -> None:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(HERE / "fonts")],
    )
    compilers: dict[str, typst.Compiler] = {}
    for line in sys.stdin:
        job = json.loads(line)
        name = job["template"]
        if name not in compilers:
            compilers[name] = typst.Compiler(
                str(Path(templates) / name),
                root=templates,
                font_paths=fonts,
                sys_inputs={"data": "{}"},
            )
        print(json.dumps({"error": _typeset(compilers[name], job)}), flush=True)


def _typeset(compiler: typst.Compiler, job: dict) -> str:
    try:
        compiler.compile(
            output=job["output"], sys_inputs={"data": job["data"]}, pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        return error.diagnostic or error.message
    return ""


if __name__ == "__main__":
    main(sys.argv[1])
