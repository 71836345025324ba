//go:build !purego

#include "textflag.h"

// ASK adds a question, from the last one to the first, to the leaves in X0: X1 becomes -1 in the lanes
// where the feature is above the threshold that X3 holds in all.
#define ASK(level) \
	MOVWLZX (2*level)(SI), AX \
	SHLQ $4, AX \
	MOVOU (DI)(AX*1), X1 \
	PCMPGTW X3, X1 \
	PADDW X0, X0 \
	PSUBW X1, X0

#define LEAF(lane, sum) \
	PEXTRW $lane, X0, AX \
	MOVWLSX 24(SI)(AX*2), BX \
	ADDL BX, sum

// func score8(trees *Tree, n int, side *[8]int16, sums *[8]int32)
TEXT ·score8(SB), NOSPLIT, $0-32
	MOVQ trees+0(FP), SI
	MOVQ n+8(FP), CX
	MOVQ side+16(FP), DI
	XORL R8, R8
	XORL R9, R9
	XORL R10, R10
	XORL R11, R11
	XORL R12, R12
	XORL R13, R13
	XORL R14, R14
	XORL DX, DX

next:
	MOVOU   12(SI), X2
	PXOR    X0, X0
	PSHUFHW $0x55, X2, X3
	PSHUFD  $0xAA, X3, X3
	ASK(5)
	PSHUFHW $0x00, X2, X3
	PSHUFD  $0xAA, X3, X3
	ASK(4)
	PSHUFLW $0xFF, X2, X3
	PSHUFD  $0x00, X3, X3
	ASK(3)
	PSHUFLW $0xAA, X2, X3
	PSHUFD  $0x00, X3, X3
	ASK(2)
	PSHUFLW $0x55, X2, X3
	PSHUFD  $0x00, X3, X3
	ASK(1)
	PSHUFLW $0x00, X2, X3
	PSHUFD  $0x00, X3, X3
	ASK(0)
	LEAF(0, R8)
	LEAF(1, R9)
	LEAF(2, R10)
	LEAF(3, R11)
	LEAF(4, R12)
	LEAF(5, R13)
	LEAF(6, R14)
	LEAF(7, DX)
	ADDQ    $152, SI
	DECQ    CX
	JNZ     next
	MOVQ    sums+24(FP), SI
	ADDL    R8, 0(SI)
	ADDL    R9, 4(SI)
	ADDL    R10, 8(SI)
	ADDL    R11, 12(SI)
	ADDL    R12, 16(SI)
	ADDL    R13, 20(SI)
	ADDL    R14, 24(SI)
	ADDL    DX, 28(SI)
	RET
