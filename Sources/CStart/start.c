#include "start.h"

#include <stdlib.h>
#include <unistd.h>

static int argument_count;
static char **arguments;

/// Runs before the initializers of the Swift runtime, which have no priority of their own.
__attribute__((constructor(101))) static void note_start(int count, char **vector,
                                                         char **environment) {
  (void)environment;
  argument_count = count;
  arguments = vector;
  // The runtime aborts if it cannot find out where it was installed. It takes the name of its root
  // from here instead.
  if (access("/proc/self/exe", F_OK) != 0) setenv("SWIFT_ROOT", "/", 0);
}

int start_argument_count(void) { return argument_count; }

const char *start_argument(int index) {
  return index >= 0 && index < argument_count ? arguments[index] : NULL;
}
