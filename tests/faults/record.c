// Stands before the C library (LD_PRELOAD) and writes down, in one order, what a program does to the files below
// OKM_RECORD_ROOT and what it acknowledges on its standard output; or lets the n-th such call fail. Never shipped.
// A record: kind (1 byte), length of the path (2), offset (8), length of the data (4), path, data.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MAX_FD 4096
static char *names[MAX_FD];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1, fail_at = 0, fail_times = 1, fail_errno = 0, calls = 0;
static const char *root;
static ssize_t (*real_write)(int, const void *, size_t);

__attribute__((constructor)) static void begin(void) {
  real_write = dlsym(RTLD_NEXT, "write");
  root = getenv("OKM_RECORD_ROOT");
  const char *file = getenv("OKM_RECORD_LOG");
  int (*open_)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  if (file) log_fd = open_(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (getenv("OKM_FAIL_AT")) fail_at = atoi(getenv("OKM_FAIL_AT"));
  if (getenv("OKM_FAIL_TIMES")) fail_times = atoi(getenv("OKM_FAIL_TIMES"));
  if (getenv("OKM_FAIL_ERRNO")) fail_errno = atoi(getenv("OKM_FAIL_ERRNO"));
}

static int ours(const char *path) { return root && path && strncmp(path, root, strlen(root)) == 0; }
static const char *name_of(int fd) { return fd >= 0 && fd < MAX_FD ? names[fd] : NULL; }

static void put(char kind, const char *path, uint64_t offset, const void *data, uint32_t length) {
  if (log_fd < 0) return;
  uint16_t path_length = (uint16_t)strlen(path);
  char head[15];
  head[0] = kind;
  memcpy(head + 1, &path_length, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, &length, 4);
  pthread_mutex_lock(&lock);
  real_write(log_fd, head, 15);
  real_write(log_fd, path, path_length);
  if (length) real_write(log_fd, data, length);
  pthread_mutex_unlock(&lock);
}

static int fails(void) {
  if (!fail_at) return 0;
  pthread_mutex_lock(&lock);
  int at = ++calls;
  pthread_mutex_unlock(&lock);
  if (at < fail_at || at >= fail_at + fail_times) return 0;
  errno = fail_errno;
  return 1;
}

static int opened(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= MAX_FD || !ours(path)) return fd;
  free(names[fd]);
  names[fd] = strdup(path);
  if (flags & (O_WRONLY | O_RDWR)) put('O', path, (flags & O_TRUNC) ? 1 : 0, NULL, 0);
  return fd;
}
#define OPEN(name)                                                                  \
  int name(const char *path, int flags, ...) {                                     \
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);                 \
    va_list args; va_start(args, flags); mode_t mode = va_arg(args, mode_t); va_end(args); \
    if (ours(path) && (flags & (O_WRONLY | O_RDWR)) && fails()) return -1;         \
    return opened(real(path, flags, mode), path, flags);                           \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "close");
  if (fd >= 0 && fd < MAX_FD && names[fd]) { free(names[fd]); names[fd] = NULL; }
  return real(fd);
}

ssize_t write(int fd, const void *data, size_t length) {
  const char *path = name_of(fd);
  if (path && fails()) return -1;
  off_t at = path ? lseek(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR) : 0;
  ssize_t done = real_write(fd, data, length);
  if (path && done > 0) put('W', path, (uint64_t)at, data, (uint32_t)done);
  if (fd == 1 && done > 0) put('K', "", 0, data, (uint32_t)done);
  return done;
}
#define PWRITE(name, type)                                                          \
  ssize_t name(int fd, const void *data, size_t length, type at) {                  \
    ssize_t (*real)(int, const void *, size_t, type) = dlsym(RTLD_NEXT, #name);     \
    const char *path = name_of(fd);                                                 \
    if (path && fails()) return -1;                                                 \
    ssize_t done = real(fd, data, length, at);                                      \
    if (path && done > 0) put('W', path, (uint64_t)at, data, (uint32_t)done);       \
    return done;                                                                    \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)
#define TRUNCATE(name, type)                                                        \
  int name(int fd, type length) {                                                   \
    int (*real)(int, type) = dlsym(RTLD_NEXT, #name);                               \
    const char *path = name_of(fd);                                                 \
    if (path && fails()) return -1;                                                 \
    int done = real(fd, length);                                                    \
    if (path && done == 0) put('T', path, (uint64_t)length, NULL, 0);               \
    return done;                                                                    \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)
#define SYNC(name)                                                                  \
  int name(int fd) {                                                                \
    int (*real)(int) = dlsym(RTLD_NEXT, #name);                                     \
    const char *path = name_of(fd);                                                 \
    if (path && fails()) return -1;                                                 \
    int done = real(fd);                                                            \
    if (path && done == 0) put('S', path, 0, NULL, 0);                              \
    return done;                                                                    \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
  if (ours(path) && fails()) return -1;
  int done = real(path);
  if (ours(path) && done == 0) put('U', path, 0, NULL, 0);
  return done;
}
int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
  if (ours(from) && fails()) return -1;
  int done = real(from, to);
  if (ours(from) && done == 0) put('R', from, 0, to, (uint32_t)strlen(to));
  return done;
}
