"""Asks dt-schema 2025.08 what it thinks of device trees: its own dt-validate, with findings as data in the place of text.

prepare FOLDER OUT            what dt-mk-schema does, with files in a fixed order, because the order decides between types
examples FOLDER OUT           the examples of all bindings, as dt-extract-example writes them
validate SCHEMAS BLOB...      for each blob a line: a list of [node, path, schema, keyword, message]
"""
import contextlib
import glob
import io
import json
import os
import sys

import dtschema
from dtschema import dtb_validate, extract_example

unordered = glob.iglob
glob.iglob = lambda *arguments, **options: sorted(unordered(*arguments, **options))

# It only prints, and in Debian's 2025.08-1.2 breaks off where it has something to print: the schemas go by their ids without '#'.
dtschema.DTValidator.check_duplicate_property_types = lambda validator: None


def prepare(folder, out):
    with open(out, 'w') as file:
        json.dump(dtschema.DTValidator([folder]).schemas, file, sort_keys=True)


def examples(folder, out):
    for path in glob.iglob(os.path.join(folder, '**/*.yaml'), recursive=True):
        name = os.path.join(out, os.path.relpath(path, folder)[:-len('.yaml')] + '.example.dts')
        os.makedirs(os.path.dirname(name), exist_ok=True)
        text = io.StringIO()
        sys.argv = ['dt-extract-example', path]
        with contextlib.redirect_stdout(text), contextlib.suppress(SystemExit):
            extract_example.main()
        with open(name, 'w') as file:
            file.write(text.getvalue())


class Recorder(dtb_validate.schema_group):
    """Notes each error that dt-validate prints."""

    def __init__(self, schemas):
        super().__init__(schemas)
        self.findings = []
        self.node = self.error = None
        errors = self.validator.iter_errors

        def note(*arguments, **options):
            for self.error in errors(*arguments, **options):
                yield self.error

        self.validator.iter_errors = note
        dtb_validate.print = self.printed

    def check_node(self, tree, node, disabled, nodename, fullname, filename):
        self.node = fullname
        super().check_node(tree, node, disabled, nodename, fullname, filename)

    def printed(self, text, **_):
        if 'recursion error' in text:
            raise RecursionError(text)
        error = self.error
        self.findings.append([
            self.node,
            [str(part) for part in error.absolute_path],
            error.schema_file,
            'false' if error.validator is None else error.validator,
            None if error.context else error.message,
        ])


def validate(schemas, blobs):
    dtb_validate.show_unmatched = True
    recorder = Recorder(schemas)
    for blob in blobs:
        dtschema.dtb.phandles.clear()
        dtschema.dtb.phandle_loc.clear()
        recorder.findings = []
        try:
            recorder.check_dtb(blob)
            answer = recorder.findings
        except Exception as exception:  # dt-validate ends here with a trace
            answer = repr(exception)
        print(json.dumps(answer), flush=True)


if sys.argv[1] == 'prepare':
    prepare(sys.argv[2], sys.argv[3])
elif sys.argv[1] == 'examples':
    examples(sys.argv[2], sys.argv[3])
else:
    validate(sys.argv[2], sys.argv[3:])
