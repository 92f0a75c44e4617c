#pragma once

/// Returns the number of the arguments that this process was started with, the program's name
/// included.
///
/// The Swift library reads them from `/proc/self/cmdline`, and has none if there is no `/proc` or no
/// free descriptor: a command would then be taken for the shell.
int start_argument_count(void);

/// Returns an argument; null if there are not as many.
const char *start_argument(int index);
