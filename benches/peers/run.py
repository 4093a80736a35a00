#!/usr/bin/env python3
"""Measures Countercheck beside other readers of figures, in one run, and prints a table in Markdown.

    python3 benches/peers/run.py

It builds the library natively and as WebAssembly, installs the others under target/peers from npm and PyPI (the
versions stand in package.json and below), and has each read the shipped texts in passes, one after the other.
"""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDER = ROOT / "target" / "peers"
QUANTULUM = "quantulum3==0.10.0"
TEXTS = sorted((ROOT / "assets/articles/venezuela-2024").glob("*.txt"))


def run(*command, **options):
    """The output of a command, which has to succeed."""
    return subprocess.run([str(part) for part in command], check=True, text=True, stdout=subprocess.PIPE, **options).stdout


def native():
    run("cargo", "build", "--release", "--package", "peers", cwd=ROOT)
    return run(ROOT / "target/release/peers", *TEXTS)


def webassembly():
    """The library in the profile of the page, without the page around it."""
    target = "wasm32-unknown-unknown"
    run("cargo", "build", "--profile", "page", "--package", "peers", "--lib", "--target", target, cwd=ROOT)
    tool = ROOT / "target/tools/bin/wasm-bindgen"
    if not tool.exists():
        sys.exit("wasm-bindgen is missing: run `cargo xtask open --no-open` once")
    program = ROOT / "target" / target / "page/peers.wasm"
    run(tool, "--target", "nodejs", "--out-dir", FOLDER / "wasm", program)
    (FOLDER / "wasm/package.json").write_text("{}")
    return run("node", HERE / "peers.cjs", "countercheck", FOLDER / "wasm", *TEXTS)


def of_npm(name):
    (FOLDER / "package.json").write_text((HERE / "package.json").read_text())
    run("npm", "install", "--no-audit", "--no-fund", cwd=FOLDER)
    return run("node", HERE / "peers.cjs", name, FOLDER, *TEXTS)


def quantulum():
    python = FOLDER / "python/bin/python"
    if not python.exists():
        run(sys.executable, "-m", "venv", FOLDER / "python")
        run(python, "-m", "pip", "install", "--quiet", QUANTULUM)
    return run(python, HERE / "quantulum.py", *TEXTS)


def machine():
    """The processor and the versions of what runs the readers."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        cpu = f"{models[0]}, {len(models)} cores" if models else cpu
    versions = [run("rustc", "--version"), "Node " + run("node", "--version"), "Python " + platform.python_version()]
    return "; ".join([cpu, platform.system(), *[version.strip() for version in versions]])


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    if load > 0.8:
        print(f"The machine is not at rest (load {load:.1f}): the figures below are not worth keeping.\n", file=sys.stderr)
    size = sum(path.stat().st_size for path in TEXTS)
    results = [json.loads(part) for part in (native(), webassembly(), of_npm("compromise"), of_npm("recognizers"), quantulum())]
    results[1]["version"] = results[0]["version"]
    fast, small = results[0]["seconds"], results[1]["seconds"]
    print(f"{machine()}. {len(TEXTS)} texts, {size:,} bytes; the median of the passes.\n")
    print("| reader | version | kB/s | figures | passes | native is | WebAssembly is |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for it in results:
        times = [f"{it['seconds'] / own:,.1f}×" for own in (fast, small)]
        cells = [it["name"], it.get("version", ""), f"{size / it['seconds'] / 1000:,.0f}", it["figures"], it["passes"], *times]
        print("| " + " | ".join(str(cell) for cell in cells) + " |")


if __name__ == "__main__":
    main()
