"""Reads each case with the pydantic models generated from a flat bundle, and says what they say: null, or why not."""

import importlib.util
import json
import sys

from pydantic import TypeAdapter, ValidationError

models_file, cases_file = sys.argv[1:]
spec = importlib.util.spec_from_file_location("models", models_file)
models = importlib.util.module_from_spec(spec)
# Looked up there by pydantic, for the names in annotations.
sys.modules["models"] = models
spec.loader.exec_module(models)

adapters = {}


def verdict(case):
    """None where the model of the case's definition reads its value, otherwise the first error."""
    name = case["definition"]
    if name not in adapters:
        adapters[name] = TypeAdapter(getattr(models, name))
    try:
        # Strictly, lest "1" be read as 1; as text, because only there a word may stand for a member of an enum.
        adapters[name].validate_json(json.dumps(case["value"]), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'/'.join(map(str, first['loc']))}: {first['msg']}"
    return None


with open(cases_file, encoding="utf-8") as file:
    cases = json.load(file)
json.dump([verdict(case) for case in cases], sys.stdout)
