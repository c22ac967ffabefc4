"""The language core: text to sentences, tags, trees, entities and attributions."""
