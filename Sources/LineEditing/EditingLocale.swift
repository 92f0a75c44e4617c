import Glibc

/// Makes the C library read and show UTF-8, which readline needs to move over é or 中 as one
/// character: the environment's `LC_CTYPE` where it is a UTF-8 locale, else `C.UTF-8`.
///
/// The environment may name no locale, or one that this machine (or a static program) lacks.
func setEditingLocale() {
  if setlocale(LC_CTYPE, "") != nil, usesUTF8 { return }
  setlocale(LC_CTYPE, "C.UTF-8")
}

private var usesUTF8: Bool {
  guard let name = nl_langinfo(Int32(CODESET)) else { return false }
  return strcmp(name, "UTF-8") == 0
}
