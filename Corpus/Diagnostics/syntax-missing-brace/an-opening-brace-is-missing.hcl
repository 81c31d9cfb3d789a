job "a" {
  group "g"
# ^^^^^^^^^ error[syntax-missing-brace]: block "group" has no "{" at the end of its header
    b = 1
    config {
      c = 1
    }
  }
}
