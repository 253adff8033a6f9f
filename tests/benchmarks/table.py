"""Numbers in columns."""

Cell = str | int | float | None


def print_table(title: str, columns: list[str], rows: list[list[Cell]]) -> None:
    """Print a table with its first column to the left and the numbers to the right."""
    lines = [columns, *[[_written(cell) for cell in row] for row in rows]]
    widths = [max(len(line[at]) for line in lines) for at in range(len(columns))]
    print(f"\n{title}\n")
    for line in lines:
        first, *others = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        print("  ".join([first, *others]))


def _written(cell: Cell) -> str:
    if cell is None:
        return "–"
    return f"{cell:.1f}" if isinstance(cell, float) else str(cell)
