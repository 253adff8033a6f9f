from content.demo.loading.sample import Sample
from search import services


def load(sample: Sample) -> None:
    """Make the search index from what was loaded, in one pass."""
    services.rebuild()
