# V259: a disconnect block reconciles in one of four ways
# expect: disconnect-malformed error
# mended: reconcile = "best_score"
# mended: reconcile = "longest_running"
# mended: reconcile = "keep_original"
# mended: reconcile = "keep_replacement"
# mended:
job "shop" {
  group "web" {
    disconnect {
      lost_after = "1h"
      reconcile = "newest" # <-
    }
    task "server" {
      driver = "docker"
      config {
        image = "shop/web:1.4"
      }
    }
  }
}
