"""Pictures and files in a bucket that stays private: visitors get them from the site's own address."""

from urllib.parse import parse_qs, unquote, urlsplit

from botocore.config import Config
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

MEDIA_URL = "/media/"
CLIENT = Config(
    connect_timeout=5,
    read_timeout=30,
    retries={"max_attempts": 3, "mode": "standard"},
    # Checksums of Amazon's own are asked for by default and unknown to several other services.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class BucketStorage(S3Storage):
    """S3-compatible storage behind `/media/`; the bucket needs no public access, pages no other host."""

    def __init__(self, **settings) -> None:
        super().__init__(**settings)
        # Not an option: Wagtail writes the options of a storage into the task that deletes a file.
        self.client_config = self.client_config.merge(CLIENT)

    def url(self, name: str, *args, **kwargs) -> str:
        return MEDIA_URL + filepath_to_uri(name)


def bucket_options(url: str) -> dict:
    """Return the options of BucketStorage for `s3://key:secret@host/bucket?region=…&addressing=…&scheme=…`."""
    parts = urlsplit(url)
    options = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    host = parts.netloc.rpartition("@")[2]
    return {
        "bucket_name": parts.path.strip("/"),
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "endpoint_url": f"{options.get('scheme', 'https')}://{host}",
        "region_name": options.get("region") or None,
        "file_overwrite": False,
        "signature_version": "s3v4",
        "addressing_style": options.get("addressing", "auto"),
    }
