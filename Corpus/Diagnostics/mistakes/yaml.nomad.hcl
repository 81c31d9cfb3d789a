job:
  name: web
  groups:
    - name: api
      tasks:
        - name: server
          driver: docker
