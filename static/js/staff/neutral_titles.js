/** A file's name may tell the place, the camera or the day: it never becomes a title. The server holds the same rule. */
for (const name of ["wagtail:images-upload", "wagtail:documents-upload"]) {
  document.addEventListener(name, (event) => {
    event.detail.data.title = "";
  });
}
