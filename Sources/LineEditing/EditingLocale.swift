import Glibc

/// Sets a UTF-8 locale in the C library, so that readline treats é or 中 as one character. It is the
/// environment's `LC_CTYPE` if that is a UTF-8 locale, otherwise `C.UTF-8`.
///
/// The environment may specify no locale, or one that this machine (or a static program) does not
/// have.
func setEditingLocale() {
  if setlocale(LC_CTYPE, "") != nil, usesUTF8 { return }
  setlocale(LC_CTYPE, "C.UTF-8")
}

private var usesUTF8: Bool {
  guard let name = nl_langinfo(Int32(CODESET)) else { return false }
  return strcmp(name, "UTF-8") == 0
}
