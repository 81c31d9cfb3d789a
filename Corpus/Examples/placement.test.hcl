# What the jobs beside this file are to come to on the fleet. Run with: jobtool test Corpus/Examples
nodes = ["fleet.json"]

case "the load balancer has one instance on each edge node" {
  job = "load-balancer.nomad.hcl"

  expect {
    places      = 2
    unplaced    = 0
    on_distinct = "${node.unique.name}"

    only_on {
      class = "edge"
    }
  }
}

case "the fleet has no third place for the load balancer" {
  job = "load-balancer.nomad.hcl"

  what_if {
    set_count = { haproxy = 3 }
  }

  expect {
    places     = 2
    unplaced   = 1
    fails_with = "reserved port collision"
  }
}

case "losing an edge node leaves the load balancer on the other" {
  job = "load-balancer.nomad.hcl"

  what_if {
    without = ["edge-1"]
  }

  expect {
    places = 1

    never_on {
      node = "edge-1"
    }
  }
}

case "payments has no place before its network is rolled out" {
  job = "missing-cni-network.nomad.hcl"

  expect {
    group      = "api"
    status     = "blocked"
    fails_with = "missing network"
  }
}

case "two more app nodes take all transcoders" {
  job = "fits-in-part.nomad.hcl"

  what_if {
    add_nodes {
      count = 2
      like  = "app-1"
    }
  }

  expect {
    places = 10

    never_on {
      class = "edge"
    }

    never_on {
      class = "windows"
    }
  }
}
