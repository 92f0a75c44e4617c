/// File name extensions of formats that hold no text to quote, or none that is read.
enum UnsupportedFormats {
  static func contain(_ fileExtension: String) -> Bool {
    extensions.contains(Substring(fileExtension))
  }

  private static let extensions: Set<Substring> = Set(
    """
    7z a aac apk avi avif bin bmp br bz2 cab class css dat db deb dll dmg doc docx dvi ef elc
    eot eps epub exe flac flv gif gmo gz heic ico img iso jar jpeg jpg js ko lz lz4 lzma m4a m4v map
    mid mka mkv mo mov mp3 mp4 mpeg mpg msi o odg odp ods odt ogg opus otf parquet pdf pfb pickle
    png pnm ppm ppt pptx ps psd pyc pyo rar rpm rtf snap so sqlite sqlite3 svg svgz swf tar tbz tfm
    tgz tif tiff ttc ttf txz vsd wasm wav webm webp whl wma wmv woff woff2 xcf xls xlsx xz zip zst
    """.split { $0 == " " || $0 == "\n" })
}
