    a = { x = 1 y = 2 }
#               ^ error[syntax-missing-separator]: expected a comma or a new line in the object, found "y"
