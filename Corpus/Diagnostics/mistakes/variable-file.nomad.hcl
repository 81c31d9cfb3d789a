image = "x"
tag = "y"
