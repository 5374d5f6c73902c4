namespace guidec {}
