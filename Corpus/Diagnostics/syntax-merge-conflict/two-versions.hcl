a {
<<<<<<< HEAD
#^^^^^^ error[syntax-merge-conflict]: two versions of the file were not merged here
  b = 1
=======
  b1 = 2
>>>>>>> branch
}
