job:
#  ^ error[syntax-foreign-language]: this file is YAML, not HCL
  name: web
  groups:
    - name: api
      tasks:
        - name: server
