    a = 1; b = 2;
#        ^ error[syntax-invalid-character]: ";" has no meaning here
#               ^ error[syntax-invalid-character]: ";" has no meaning here
