from content.demo.loading.sample import Sample


def load(sample: Sample) -> None:
    """Nothing to load yet."""


def sample_accounts() -> list[str]:
    return []
