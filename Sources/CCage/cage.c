/* A cage for helper programs. What happens between fork and exec must be safe after a fork in a
   program with many threads: system calls only, no memory, no Swift. That is why this is C. */

#define _GNU_SOURCE
#include "cage.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every right that the kernel's version of Landlock knows, so that all of them are taken away. */
static uint64_t all_rights(int version) {
  uint64_t rights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  if (version >= 2) rights |= 1ULL << 13; /* LANDLOCK_ACCESS_FS_REFER */
  if (version >= 3) rights |= 1ULL << 14; /* LANDLOCK_ACCESS_FS_TRUNCATE */
  if (version >= 5) rights |= 1ULL << 15; /* LANDLOCK_ACCESS_FS_IOCTL_DEV */
  return rights;
}

/* Landlock's attribute with the fields of version 4, newer than some headers. */
struct ruleset {
  uint64_t files;
  uint64_t network;
};

static int landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/* Takes files away, but those that may be read. Returns 0 if it could. */
static int close_files(const char *const *readable) {
  int version = landlock_version();
  if (version < 1) return -1;
  struct ruleset rules = {all_rights(version), version >= 4 ? 3 : 0};
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules,
                             version >= 4 ? sizeof rules : sizeof rules.files, 0);
  if (ruleset < 0) return -1;
  for (; readable && *readable; readable++) {
    struct landlock_path_beneath_attr rule = {0};
    rule.parent_fd = open(*readable, O_PATH | O_CLOEXEC);
    /* What is not there cannot be read either. */
    if (rule.parent_fd < 0) continue;
    rule.allowed_access = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE
                          | LANDLOCK_ACCESS_FS_READ_DIR;
    if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) < 0) {
      /* A file has no folder's right. */
      rule.allowed_access &= ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
      syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    close(rule.parent_fd);
  }
  int result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
  return result;
}

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/* Takes away the system calls that make processes, reach other processes or open sockets; signals to
   itself remain, so that a crash is one. Limits and process groups alone do not do that: root may fork
   whatever the limit, and a user's programs may signal each other. */
static void close_calls(void) {
#ifdef ARCHITECTURE
  uint32_t self = (uint32_t)getpid();
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define RETURN(value) BPF_STMT(BPF_RET | BPF_K, value)
#define REFUSE(call) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), RETURN(SECCOMP_RET_ERRNO | EPERM)
/* The call is allowed if its first argument is the process itself. */
#define REFUSE_OTHERS(call)                                                               \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4), LOAD(args[0]),                         \
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, self, 0, 1), RETURN(SECCOMP_RET_ALLOW),         \
      RETURN(SECCOMP_RET_ERRNO | EPERM)
  struct sock_filter filter[] = {
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      RETURN(SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
      /* The calls of x32 have numbers of their own. */
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      RETURN(SECCOMP_RET_KILL_PROCESS),
#ifdef SYS_fork
      REFUSE(SYS_fork),
      REFUSE(SYS_vfork),
#endif
      REFUSE(SYS_clone),
      REFUSE(435 /* clone3 */),
      REFUSE(SYS_ptrace),
      REFUSE(SYS_process_vm_readv),
      REFUSE(SYS_process_vm_writev),
      REFUSE(SYS_tkill),
      REFUSE(SYS_rt_sigqueueinfo),
      REFUSE(424 /* pidfd_send_signal */),
      REFUSE(425 /* io_uring_setup */),
      REFUSE(SYS_socket),
      REFUSE_OTHERS(SYS_kill),
      REFUSE_OTHERS(SYS_tgkill),
      RETURN(SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
#endif
}

static void limit(int resource, rlim_t value) {
  struct rlimit old;
  if (getrlimit(resource, &old) == 0 && old.rlim_max != RLIM_INFINITY && old.rlim_max < value)
    value = old.rlim_max;
  struct rlimit new = {value, value};
  setrlimit(resource, &new);
}

pid_t tanya_cage_start(const char *path, char *const arguments[], char *const environment[],
                       int input, int output, int errors,
                       const struct tanya_cage_limits *limits) {
  pid_t child = fork();
  if (child != 0) return child;
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  /* Three descriptors that none of the standard ones overwrites. */
  int in = fcntl(input, F_DUPFD, 3), out = fcntl(output, F_DUPFD, 3),
      err = fcntl(errors, F_DUPFD, 3);
  if (in < 0 || out < 0 || err < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(err, 2) < 0)
    _exit(127);
  syscall(SYS_close_range, 3u, ~0u, 0u);
  limit(RLIMIT_CPU, limits->seconds);
  limit(RLIMIT_AS, limits->memory);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  /* No network, and no way to reach other processes; without user namespaces Landlock remains. */
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC) != 0)
    unshare(CLONE_NEWNET | CLONE_NEWIPC);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  close_files(limits->readable);
  limit(RLIMIT_NPROC, 0);
  close_calls();
  execve(path, arguments, environment);
  _exit(127);
}

int tanya_cage_memory(void) {
  return (int)syscall(SYS_memfd_create, "tanya", 1 /* MFD_CLOEXEC */);
}

int tanya_cage_check(void) {
  pid_t child = fork();
  if (child < 0) return 0;
  if (child == 0) {
    int found = 0;
    int version = landlock_version();
    if (unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0 || unshare(CLONE_NEWNET) == 0 || version >= 4)
      found |= TANYA_CAGE_NETWORK;
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (close_files(NULL) == 0) found |= TANYA_CAGE_FILES;
    _exit(found);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}
