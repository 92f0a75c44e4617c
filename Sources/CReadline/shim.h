#include <stdio.h>
#include <stdlib.h>
#include <poll.h>
#include <signal.h>
#include <time.h>
#include <readline/readline.h>
#include <readline/history.h>

// Swift 6 refuses C's mutable globals; these are the few that line editing sets or reads.

typedef char **tanya_completion_function(const char *text, int start, int end);

static inline void tanya_rl_configure(const char *name, tanya_completion_function *complete) {
  rl_readline_name = name;
  rl_attempted_completion_function = complete;
  rl_catch_signals = 1;
  rl_catch_sigwinch = 1;
  // Keys are awaited by poll() outside of readline, where its handlers must stay in place too.
  rl_persistent_signal_handlers = 1;
}

/// The program's words are all there are, in its own order; where they are paths, their last parts
/// are shown, and nothing comes behind the path of a folder.
static inline void tanya_rl_use_words(int are_paths, int is_folder) {
  rl_attempted_completion_over = 1;
  rl_sort_completion_matches = 0;
  rl_filename_completion_desired = are_paths;
  rl_completion_suppress_append = is_folder;
}

/// Looks at the window's size anew; before the first line there is nothing to look at.
static inline void tanya_rl_measure_window(void) {
  if (rl_instream) rl_reset_screen_size();
}

static inline const char *tanya_rl_line(void) { return rl_line_buffer; }

static inline int tanya_history_count(void) { return history_length; }

static inline int tanya_history_base(void) { return history_base; }

/* ppoll of Linux, which <poll.h> declares for _GNU_SOURCE only: waits for a descriptor with the
   signals of `mask` held back and no others. */
extern int ppoll(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);

static inline int tanya_await_input(int descriptor, const sigset_t *mask) {
  struct pollfd source = {.fd = descriptor, .events = POLLIN};
  return ppoll(&source, 1, 0, mask);
}
