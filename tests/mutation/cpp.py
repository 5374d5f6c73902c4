"""Mutants of C++, from the tree that libclang makes of a file: expressions and statements, never the rules'
documentation and examples."""
import pathlib
import re

import clang.cindex
from clang.cindex import CursorKind

from mutant import PAIRS, Mutant, closing, masked

OPERATORS = {
    "<": ("<=", "comparison"), "<=": ("<", "comparison"), ">": (">=", "comparison"), ">=": (">", "comparison"),
    "==": ("!=", "comparison"), "!=": ("==", "comparison"), "&&": ("||", "logic"), "||": ("&&", "logic"),
    "+": ("-", "arithmetic"), "-": ("+", "arithmetic"), "*": ("/", "arithmetic"), "/": ("*", "arithmetic"),
}
# Dropping these changes nothing but speed.
WITHOUT_EFFECT = {"reserve", "shrink_to_fit", "move", "forward", "flush", "as_const"}
# These may come in any order.
COMMUTATIVE = {"min", "max", "equal", "swap", "minmax"}
# They stand where a state is impossible.
IMPOSSIBLE = re.compile(r"\b(abort|assert|static_assert|terminate|unreachable|Unreachable|Impossible)\b")
# What these hold is documentation, and the list of the rules tells the rest of it.
DOCUMENTATION = re.compile(r"\b(Rule|Example|RuleGroup)\b")
FUNCTIONS = {CursorKind.FUNCTION_DECL, CursorKind.CXX_METHOD, CursorKind.CONSTRUCTOR, CursorKind.DESTRUCTOR,
             CursorKind.FUNCTION_TEMPLATE, CursorKind.CONVERSION_FUNCTION}
EXITS = {CursorKind.RETURN_STMT, CursorKind.CONTINUE_STMT, CursorKind.BREAK_STMT}


def arguments_of(commands, path):
    """The compiler's arguments for `path`, from those of its own, or of a file in the same layer."""
    layer = f"guidec_{pathlib.PurePath(path).parts[1].split('.')[0]}.dir"
    own = [entry for entry in commands if entry["file"].endswith("/" + path)]
    near = [entry for entry in commands if layer in entry["command"]]
    if not (own or near):
        raise ValueError(f"{path}: no command compiles it")
    entry = (own or near)[0]
    words = re.findall(r'(?:[^\s"\\]|\\.|"(?:[^"\\]|\\.)*")+', entry["command"])[1:]
    arguments = []
    skip = 0
    for at, word in enumerate(words):
        if skip:
            skip -= 1
        elif word in ("-o", "-include") or (word == "-c"):
            skip = 1
        elif word.startswith(("-I", "-D", "-std", "-isystem")):
            arguments.append(re.sub(r"\\(.)", r"\1", word))
            if word in ("-isystem", "-I", "-D"):
                arguments.append(words[at + 1])
                skip = 1
    return ["-x", "c++", "-w", *arguments], entry["directory"]


class File:
    def __init__(self, path, text, code):
        self.path, self.text, self.code = path, text, code
        self.found = {}

    def add(self, kind, begin, end, new):
        old = self.text[begin:end]
        if old != new and (begin, end, new) not in self.found:
            self.found[begin, end, new] = Mutant(self.path, begin, end, new, kind)

    def of(self, cursor):
        return cursor.extent.start.offset, cursor.extent.end.offset

    def words(self, cursor):
        begin, end = self.of(cursor)
        return self.text[begin:end]

    def visit(self, cursor, parent):
        method = getattr(self, "visit_" + cursor.kind.name.lower(), None)
        children = list(cursor.get_children())
        begin, end = self.of(cursor)
        if begin == end and not children:
            return
        if IMPOSSIBLE.match(self.text[begin:end].removeprefix("std::")):
            return
        if method:
            method(cursor, children, begin, end)
        self.visit_as_statement(cursor, parent, begin, end)
        for child in children:
            self.visit(child, cursor)

    def visit_as_statement(self, cursor, parent, begin, end):
        is_alone = parent is not None and parent.kind == CursorKind.COMPOUND_STMT
        if not is_alone or not self.code[end:].lstrip().startswith(";"):
            return
        if cursor.kind.is_expression() and cursor.spelling not in WITHOUT_EFFECT and \
                not self.text[begin:end].startswith(("++", "--", "throw")):
            self.add("statement", begin, end, "")

    def operator_between(self, children, drop_one):
        (_, left_end), (right, right_end) = self.of(children[0]), self.of(children[-1])
        between = self.code[left_end:right]
        sign = between.strip()
        if sign not in OPERATORS:
            return
        new, kind = OPERATORS[sign]
        if kind == "arithmetic" and not drop_one:
            return
        at = left_end + between.index(sign)
        self.add(kind, at, at + len(sign), new)
        if sign in "+-" and self.text[right:right_end] == "1":
            self.add("one", left_end, right_end, "")

    def visit_binary_operator(self, cursor, children, begin, end):
        if len(children) == 2:
            self.operator_between(children, cursor.type.get_canonical().kind.name not in ("RECORD", "POINTER"))

    def visit_compound_assignment_operator(self, cursor, children, begin, end):
        left_end, right = self.of(children[0])[1], self.of(children[-1])[0]
        for old, new in (("+=", "-="), ("-=", "+="), ("*=", "/="), ("|=", "&=")):
            at = self.code.find(old, left_end, right)
            if at >= 0:
                self.add("arithmetic", at, at + 2, new)

    def visit_unary_operator(self, cursor, children, begin, end):
        if self.code[begin] == "!" and self.code[begin + 1] != "=":
            self.add("not", begin, begin + 1, "")
        elif self.code[begin] == "-" and self.code[begin + 1] != "-":
            self.add("arithmetic", begin, begin + 1, "")

    def visit_conditional_operator(self, cursor, children, begin, end):
        (one, one_end), (other, other_end) = self.of(children[1]), self.of(children[2])
        self.add("choice", one, other_end,
                 self.text[other:other_end] + self.text[one_end:other] + self.text[one:one_end])

    def visit_if_stmt(self, cursor, children, begin, end):
        opening = self.code.find("(", begin)
        if "constexpr" in self.code[begin:opening]:
            return
        close = closing(self.code, opening)
        if close < 0:
            return
        branches = [child for child in children if self.of(child)[0] > close]
        if not branches:
            return
        condition = opening + 1 + self.code[opening + 1:close].rfind(";") + 1
        words = self.text[condition:close]
        if "[" not in self.code[condition:close] and \
                not re.match(r"\s*(const\b|auto\b|[\w:<>*&]+ [*&]?\w+ = )", self.code[condition:close]):
            lead = len(words) - len(words.lstrip())
            self.add("condition", condition + lead, close, f"!({words.strip()})")
        if len(branches) > 1:
            self.add("else", self.of(branches[0])[1] + (";" == self.code[self.of(branches[0])[1]]), end, "")
            return
        body = branches[0]
        inside = list(body.get_children()) if body.kind == CursorKind.COMPOUND_STMT else [body]
        if len(inside) == 1 and inside[0].kind in EXITS:
            self.add("exit", begin, end, "" if self.text[end - 1] != "}" else ";")
        elif len(inside) == 1 and self.text[end - 1] != "}":
            self.add("statement", self.of(body)[0], end, "")

    def visit_continue_stmt(self, cursor, children, begin, end):
        self.add("statement", begin, end, "")

    def visit_case_stmt(self, cursor, children, begin, end):
        label_end = self.code.find(":", self.of(children[0])[1]) + 1
        if len(children) < 2 or label_end == 0:
            return
        if children[1].kind in (CursorKind.CASE_STMT, CursorKind.DEFAULT_STMT):
            self.add("case", begin, label_end, "")
        elif children[1].kind == CursorKind.RETURN_STMT:
            self.add("case", begin, end + 1, "")

    def visit_integer_literal(self, cursor, children, begin, end):
        digits = re.fullmatch(r"(\d[\d']*)([uUlLzZ]*)", self.text[begin:end])
        if not digits:
            return
        number = int(digits[1].replace("'", ""))
        self.add("number", begin, end, f"{number + 1}{digits[2]}")
        if number > 0:
            self.add("number", begin, end, f"{number - 1}{digits[2]}")

    def visit_floating_literal(self, cursor, children, begin, end):
        if re.fullmatch(r"[\d.]+", self.text[begin:end]):
            number = float(self.text[begin:end])
            self.add("number", begin, end, repr(number * 1.25) if number else "1.0")

    def visit_character_literal(self, cursor, children, begin, end):
        if self.text[begin:end].startswith("'"):
            self.add("character", begin, end, "'\\1'")

    def visit_cxx_bool_literal_expr(self, cursor, children, begin, end):
        self.add("truth", begin, end, "false" if self.text[begin:end] == "true" else "true")

    def visit_string_literal(self, cursor, children, begin, end):
        if self.text[begin:end].endswith('"') and self.text[begin:end] != '""':
            self.add("text", begin, end, '""')

    def visit_init_list_expr(self, cursor, children, begin, end):
        if len(children) < 3 or any(child.kind != CursorKind.INIT_LIST_EXPR for child in children):
            return
        for one, following in zip(children, children[1:]):
            self.add("row", self.of(one)[0], self.of(following)[0], "")

    def visit_call_expr(self, cursor, children, begin, end):
        name = cursor.spelling
        if name.startswith("operator"):
            if len(children) >= 2 and re.fullmatch(r"operator\W+", name) and not name.endswith(("()", "[]", "->")):
                self.operator_between(children, False)
            return
        if name in WITHOUT_EFFECT or self.text[begin] == "{":
            return
        arguments = [argument for argument in cursor.get_arguments() if argument is not None]
        extents = [self.of(argument) for argument in arguments]
        types = [plain(argument.type) for argument in arguments]
        if name not in COMMUTATIVE:
            for (one, one_end), (other, other_end), type_one, type_other in zip(extents, extents[1:], types, types[1:]):
                first, second = self.text[one:one_end], self.text[other:other_end]
                if type_one == type_other and begin < one < one_end < other and \
                        (first.replace("begin", ""), "end") != (second.replace("end", ""), "end"):
                    self.add("swapped", one, other_end, second + self.text[one_end:other] + first)
        if len(extents) == 1 and types[0] == plain(cursor.type) and begin < extents[0][0] < extents[0][1] < end:
            self.add("call", begin, end, self.text[slice(*extents[0])])

    def visit_name(self, cursor, children, begin, end):
        name = cursor.spelling
        if not name or self.text[end - len(name):end] != name:
            return
        at = end - len(name)
        if name in PAIRS:
            self.add("name", at, end, PAIRS[name])
        meant = cursor.referenced
        if meant is None:
            return
        parent = meant.semantic_parent
        if meant.kind == CursorKind.ENUM_CONSTANT_DECL:
            names = [other.spelling for other in parent.get_children()]
            self.add("enumerator", at, end, names[(names.index(name) + 1) % len(names)])
        elif meant.kind == CursorKind.FIELD_DECL and not name.endswith("_"):
            names = [other.spelling for other in parent.type.get_fields() if plain(other.type) == plain(meant.type)]
            if name in names:
                self.add("field", at, end, names[(names.index(name) + 1) % len(names)])

    visit_member_ref_expr = visit_decl_ref_expr = visit_name

    def visit_declarations(self, cursor):
        for child in cursor.get_children():
            if child.location.file is None or child.location.file.name != self.file_name:
                continue
            if child.kind in FUNCTIONS:
                for part in child.get_children():
                    if part.kind == CursorKind.COMPOUND_STMT or part.kind.is_expression():
                        self.visit(part, child)
            elif child.kind == CursorKind.VAR_DECL:
                if not DOCUMENTATION.search(child.type.spelling):
                    for part in child.get_children():
                        self.visit(part, child)
            elif child.kind in (CursorKind.NAMESPACE, CursorKind.CLASS_DECL, CursorKind.STRUCT_DECL,
                                CursorKind.CLASS_TEMPLATE, CursorKind.UNEXPOSED_DECL, CursorKind.LINKAGE_SPEC):
                self.visit_declarations(child)


def plain(type_):
    """A type's name without references and `const`."""
    type_ = type_.get_canonical()
    if type_.kind.name in ("LVALUEREFERENCE", "RVALUEREFERENCE"):
        type_ = type_.get_pointee()
    return type_.spelling.removeprefix("const ")


def mutants(root, path, commands):
    """All mutants of the file at `path` below `root`, in the order of their places."""
    # One character a byte, since libclang counts bytes.
    text = (root / path).read_bytes().decode("latin-1")
    code, _ = masked(text, quotes="\"'", raw=True)
    arguments, folder = arguments_of(commands, path)
    arguments = [re.sub(r"^-I(?!/)", f"-I{folder}/", argument) for argument in arguments]
    unit = clang.cindex.Index.create().parse(str(root / path), args=arguments)
    errors = [message for message in unit.diagnostics if message.severity >= clang.cindex.Diagnostic.Error]
    if errors:
        raise ValueError(f"{path}: libclang cannot read it: {errors[0].spelling}")
    file = File(path, text, code)
    file.file_name = str(root / path)
    file.visit_declarations(unit.cursor)
    return sorted(file.found.values(), key=lambda mutant: (mutant.begin, mutant.end, mutant.new))
