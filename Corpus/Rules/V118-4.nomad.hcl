# V118: references in names count with the words that they stand for
# expect: service-duplicate error
# mended: name = "${BASE}"
job "shop" {
  group "web" {
    service {
      name = "shop-web"
      port = "80"
    }

    service {
      name = "${JOB}-${TASKGROUP}" # <-
      port = "80"
    }

    task "server" {
      driver = "docker"

      config {
        image = "shop/web:1.4"
      }
    }
  }
}
