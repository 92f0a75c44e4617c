/// The sections of the manual page that do not belong to a single command.
enum ManualSections {
  static let description = [
    "tanya answers questions in English or Indonesian from your own documents. It finds the"
      + " passage that fits best, quotes the sentence that answers from it word for word, and cites"
      + " title, author, date, file and line. It makes nothing up, and it opens no network"
      + " connection unless --cluster names where to.",
    "The index is the one that --index names, else the one that $TANYA_INDEX names, else the folder"
      + " index/ here or in the nearest folder above that has one, else the built-in sample"
      + " articles.",
    "Answers go to standard output, everything else to standard error.",
  ]

  static let environment: [(name: String, meaning: String)] = [
    ("TANYA_INDEX", "The index to use where --index names none."),
    (
      "TANYA_HISTFILE",
      "The file of the shell's history. Empty: no history."
    ),
    (
      "TANYA_WORDNET_BAHASA",
      "Wordnet Bahasa's file wn-data-ind.tab, for questions across languages."
    ),
    ("VISUAL, EDITOR", "What the shell opens sources with."),
    ("NO_COLOR", "Not empty: no colour, unless --color asks for it."),
    ("TERM", "dumb: no colour."),
    ("COLUMNS", "The width of text where there is no terminal."),
    (
      "LC_ALL, LC_MESSAGES, LANG, LANGUAGE",
      "The language of messages: Indonesian for id_ID, else English."
    ),
    (
      "XDG_STATE_HOME, XDG_CACHE_HOME, XDG_DATA_HOME",
      "Folders for what is kept: see below. By default ~/.local/state, ~/.cache, ~/.local/share."
    ),
  ]

  static let files: [(name: String, meaning: String)] = [
    (
      "~/.config/tanya/config.toml",
      "Defaults, libraries, and the clusters that --cluster names (tanya config)."
    ),
    ("index/", "The index. It can be rebuilt from its sources."),
    ("index/glossary.tsv", "Your own translations: en<TAB>id, then a pair a line."),
    ("~/.local/state/tanya/history", "The shell's history; only its owner can read it."),
    ("~/.cache/tanya/", "The installed dictionaries, compiled; compiled again when they change."),
    (
      "~/.cache/tanya/texts/",
      "What helper programs made of files, at most 256 MB; only its owner can read it."
    ),
    (
      "~/.local/share/tanya/wn-data-ind.tab",
      "Wordnet Bahasa, where neither the index folder nor $TANYA_WORDNET_BAHASA has it."
    ),
    ("~/.inputrc", "Keys of the shell; lines between $if tanya and $endif are for tanya alone."),
  ]
}
