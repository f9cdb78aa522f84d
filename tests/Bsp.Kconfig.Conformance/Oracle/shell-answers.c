// Stands between conf and the shell: preloaded into conf, it notes the environment and the answers that the shell gives,
// or gives the answers of an earlier run. Nothing of the tree is changed for that.
//
//   BSP_RECORD_ENVIRONMENT=FILE  writes the environment: each variable with a NUL behind it
//   BSP_RECORD_ANSWERS=FILE      asks the shell once for each command and writes what it answers
//   BSP_REPLAY_ANSWERS=FILE      answers from such a file; a command that it lacks ends the program with status 97
//
// The file: a line "bsp-shell-answers 1", then for each command a line with the lengths in bytes of command and answer,
// the command and a line break, the answer and a line break.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEADER "bsp-shell-answers 1\n"
#define MISSING 97

struct answer {
	char *command;
	char *text;
	size_t length;
	struct answer *next;
};

static struct answer *answers;
static FILE *record;
static int replay;
static FILE *handed;

static void fail(const char *what, const char *name)
{
	fprintf(stderr, "shell-answers: %s: %s: %s\n", name, what, strerror(errno));
	_exit(MISSING);
}

static struct answer *add(const char *command, char *text, size_t length)
{
	struct answer *answer = malloc(sizeof(*answer));

	*answer = (struct answer){ strdup(command), text, length, answers };
	answers = answer;
	return answer;
}

static char *block(FILE *file, size_t length, const char *name)
{
	char *text = malloc(length + 1);

	if (fread(text, 1, length, file) != length || fgetc(file) != '\n')
		fail("is cut short", name);
	text[length] = 0;
	return text;
}

static void load(const char *name)
{
	FILE *file = fopen(name, "re");
	char header[sizeof(HEADER)];
	size_t command, length;

	if (!file || !fgets(header, sizeof(header), file) || strcmp(header, HEADER))
		fail("cannot be read", name);
	while (fscanf(file, "%zu %zu", &command, &length) == 2 && fgetc(file) == '\n') {
		char *text = block(file, command, name);

		add(text, block(file, length, name), length);
		free(text);
	}
	fclose(file);
}

static void write_environment(const char *name)
{
	FILE *file = fopen(name, "we");

	if (!file)
		fail("cannot be written", name);
	for (char **variable = environ; *variable; variable++)
		fwrite(*variable, 1, strlen(*variable) + 1, file);
	fclose(file);
}

// Make, compilers and shells are run with the library too; only conf matters.
__attribute__((constructor)) static void begin(void)
{
	const char *name;

	if (strcmp(program_invocation_short_name, "conf"))
		return;
	if ((name = getenv("BSP_RECORD_ENVIRONMENT")))
		write_environment(name);
	if ((name = getenv("BSP_REPLAY_ANSWERS"))) {
		load(name);
		replay = 1;
	} else if ((name = getenv("BSP_RECORD_ANSWERS"))) {
		record = fopen(name, "we");
		if (!record)
			fail("cannot be written", name);
		fputs(HEADER, record);
		fflush(record);
	}
	unsetenv("LD_PRELOAD");
	unsetenv("BSP_RECORD_ENVIRONMENT");
	unsetenv("BSP_RECORD_ANSWERS");
	unsetenv("BSP_REPLAY_ANSWERS");
}

static FILE *really(const char *command, const char *mode)
{
	FILE *(*function)(const char *, const char *) = (FILE *(*)(const char *, const char *))dlsym(RTLD_NEXT, "popen");

	return function(command, mode);
}

static int really_close(FILE *file)
{
	int (*function)(FILE *) = (int (*)(FILE *))dlsym(RTLD_NEXT, "pclose");

	return function(file);
}

static struct answer *ask(const char *command)
{
	FILE *pipe = really(command, "r");
	char *text = NULL;
	size_t length = 0, count;
	char buffer[4096];

	if (!pipe)
		return NULL;
	while ((count = fread(buffer, 1, sizeof(buffer), pipe)) > 0) {
		text = realloc(text, length + count);
		memcpy(text + length, buffer, count);
		length += count;
	}
	really_close(pipe);
	fprintf(record, "%zu %zu\n%s\n", strlen(command), length, command);
	fwrite(text, 1, length, record);
	fputc('\n', record);
	fflush(record);
	return add(command, text, length);
}

FILE *popen(const char *command, const char *mode)
{
	struct answer *answer;

	if (!replay && !record)
		return really(command, mode);
	for (answer = answers; answer && strcmp(answer->command, command); answer = answer->next)
		;
	if (!answer && replay) {
		fprintf(stderr, "shell-answers: there is no recorded answer for: %s\n", command);
		_exit(MISSING);
	}
	if (!answer)
		answer = ask(command);
	if (!answer)
		return NULL;
	// fmemopen(3) takes no empty buffer.
	handed = answer->length ? fmemopen(answer->text, answer->length, "r") : fopen("/dev/null", "re");
	return handed;
}

int pclose(FILE *file)
{
	if (file != handed)
		return really_close(file);
	handed = NULL;
	fclose(file);
	return 0;
}
