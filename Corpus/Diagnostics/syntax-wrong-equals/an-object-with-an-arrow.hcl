    a = { x => 1 }
#           ^^ error[syntax-wrong-equals]: expected "=" or ":" after the key, found "=>"
