"""Asks Debian's dt-schema 2022.08.2 what it thinks of device trees: its modules, with the rules of its dt-validate, and findings as data.

prepare FOLDER OUT            what dt-mk-schema does, with files in a fixed order, because the order decides between types
examples FOLDER OUT           the examples of all bindings, as dt-extract-example writes them
validate SCHEMAS BLOB...      for each blob a line: a list of [node, path, schema, keyword, message]
"""
import contextlib
import glob
import io
import json
import os
import runpy
import sys

import dtschema

unordered = glob.iglob
glob.iglob = lambda *arguments, **options: sorted(unordered(*arguments, **options))


def prepare(folder, out):
    with open(out, 'w') as file:
        json.dump(dtschema.set_schemas([folder]), file)


def examples(folder, out):
    for path in glob.iglob(os.path.join(folder, '**/*.yaml'), recursive=True):
        name = os.path.join(out, os.path.relpath(path, folder)[:-len('.yaml')] + '.example.dts')
        os.makedirs(os.path.dirname(name), exist_ok=True)
        text = io.StringIO()
        sys.argv = ['dt-extract-example', path]
        with contextlib.redirect_stdout(text), contextlib.suppress(SystemExit):
            runpy.run_path('/usr/bin/dt-extract-example', run_name='__main__')
        with open(name, 'w') as file:
            file.write(text.getvalue())


def is_missing(error):
    return 'required property' in error.message


def may_be_left_out(error, disabled):
    instance = error.instance
    disabled = disabled or (isinstance(instance, dict) and 'status' in instance and 'disabled' in instance['status'])
    return disabled and (is_missing(error) or (error.context and all(is_missing(inner) for inner in error.context)))


def check(node, name, path, disabled, schemas, findings):
    if name.startswith('__'):
        return
    if isinstance(node.get('status'), list):
        disabled = 'disabled' in node['status']
    if not ('example-0' in node or 'example-' in name):
        node['$nodename'] = [name]
        for schema in schemas.values():
            if not schema['$select_validator'].is_valid(node):
                continue
            for error in dtschema.DTValidator(schema).iter_errors(node):
                if not may_be_left_out(error, disabled):
                    keyword = 'false' if error.validator is None else error.validator
                    message = None if error.context else error.message
                    findings.append([path, [str(part) for part in error.absolute_path], schema['$id'], keyword, message])
    for child, value in list(node.items()):
        if isinstance(value, dict):
            check(value, child, path.rstrip('/') + '/' + child, disabled, schemas, findings)


def validate(processed, blobs):
    schemas = dtschema.set_schemas([processed])
    for schema in schemas.values():
        schema['$select_validator'] = dtschema.DTValidator(schema['select'])
    for blob in blobs:
        dtschema.dtb.phandles.clear()
        dtschema.dtb.phandle_loc.clear()
        findings = []
        try:
            check(dtschema.load(blob)[0], '/', '/', False, schemas, findings)
        except Exception as exception:  # dt-validate ends here with a trace
            findings = repr(exception)
        print(json.dumps(findings), flush=True)


if sys.argv[1] == 'prepare':
    prepare(sys.argv[2], sys.argv[3])
elif sys.argv[1] == 'examples':
    examples(sys.argv[2], sys.argv[3])
else:
    validate(sys.argv[2], sys.argv[3:])
