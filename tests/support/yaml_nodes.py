"""Ways through the nodes of PyYAML, which know where in the file they are."""
import yaml


def pairs(node):
    return {key.value: (key, value) for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}


def child(node, key):
    return pairs(node).get(key, (None, None))[1]


def words(node):
    """Every scalar below the node."""
    if node is None:
        return []
    if isinstance(node, yaml.ScalarNode):
        return [node.value]
    parts = node.value if isinstance(node, yaml.SequenceNode) else [part for pair in node.value for part in pair]
    return [word for part in parts for word in words(part)]


def end_of(node):
    """Where its text ends: a block collection's mark is the next key."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return node.end_mark.index
    last = node.value[-1]
    return end_of(last[1] if isinstance(node, yaml.MappingNode) else last)
