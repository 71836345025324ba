//go:build !purego

#include "textflag.h"

// What all amd64 processors have is enough: 16 bytes of a row are loaded, and added as eight numbers of
// 16 bits once as they are, once with the odd classes alone. See sum16 and spread.

#define HEAD \
	MOVQ rows+0(FP), SI \
	MOVQ stride+8(FP), R9 \
	MOVQ features+16(FP), DI \
	MOVQ n+24(FP), CX \
	MOVL mask+32(FP), DX \
	MOVQ scores+40(FP), R8

// ROW puts the place of the next feature's row in AX.
#define ROW \
	MOVL (DI), AX \
	ANDL DX, AX \
	IMULQ R9, AX \
	ADDQ $4, DI

#define ADD16(at, all, odd, t) \
	MOVOU at(SI)(AX*1), t \
	PADDW t, all \
	PSRLW $8, t \
	PADDW t, odd

// SPREAD makes two vectors of classes in their order: in all the lower eight, in t the upper ones.
#define SPREAD(all, odd, t) \
	MOVO odd, t \
	PSLLW $8, t \
	PSUBW t, all \
	MOVO all, t \
	PUNPCKLWL odd, all \
	PUNPCKHWL odd, t

#define KEEP8(at, sum, t) \
	MOVOU at(R8), t \
	PADDW t, sum \
	MOVOU sum, at(R8)

#define KEEP16(at, all, odd, t, u) \
	SPREAD(all, odd, t) \
	KEEP8(at, all, u) \
	KEEP8(at+16, t, u)

#define ZERO2(a, b) \
	PXOR a, a \
	PXOR b, b

// func add80(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)
TEXT ·add80(SB), NOSPLIT, $0-48
	HEAD
	ZERO2(X0, X1)
	ZERO2(X2, X3)
	ZERO2(X4, X5)
	ZERO2(X6, X7)
	ZERO2(X8, X9)

next:
	ROW
	ADD16(0, X0, X1, X10)
	ADD16(16, X2, X3, X11)
	ADD16(32, X4, X5, X12)
	ADD16(48, X6, X7, X13)
	ADD16(64, X8, X9, X14)
	DECQ CX
	JNZ  next
	KEEP16(0, X0, X1, X10, X11)
	KEEP16(32, X2, X3, X10, X11)
	KEEP16(64, X4, X5, X10, X11)
	KEEP16(96, X6, X7, X10, X11)
	KEEP16(128, X8, X9, X10, X11)
	RET

// func add64(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)
TEXT ·add64(SB), NOSPLIT, $0-48
	HEAD
	ZERO2(X0, X1)
	ZERO2(X2, X3)
	ZERO2(X4, X5)
	ZERO2(X6, X7)

next:
	ROW
	ADD16(0, X0, X1, X10)
	ADD16(16, X2, X3, X11)
	ADD16(32, X4, X5, X12)
	ADD16(48, X6, X7, X13)
	DECQ CX
	JNZ  next
	KEEP16(0, X0, X1, X10, X11)
	KEEP16(32, X2, X3, X10, X11)
	KEEP16(64, X4, X5, X10, X11)
	KEEP16(96, X6, X7, X10, X11)
	RET

// func add56(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)
TEXT ·add56(SB), NOSPLIT, $0-48
	HEAD
	ZERO2(X0, X1)
	ZERO2(X2, X3)
	ZERO2(X4, X5)
	ZERO2(X6, X7)

next:
	ROW
	ADD16(0, X0, X1, X10)
	ADD16(16, X2, X3, X11)
	ADD16(32, X4, X5, X12)
	MOVQ   48(SI)(AX*1), X13
	PADDW  X13, X6
	PSRLW  $8, X13
	PADDW  X13, X7
	DECQ   CX
	JNZ    next
	KEEP16(0, X0, X1, X10, X11)
	KEEP16(32, X2, X3, X10, X11)
	KEEP16(64, X4, X5, X10, X11)
	SPREAD(X6, X7, X10)
	KEEP8(96, X6, X11)
	RET

// func add8(rows *byte, stride int, features *uint32, n int, mask uint32, scores *uint16)
TEXT ·add8(SB), NOSPLIT, $0-48
	HEAD
	ZERO2(X0, X1)

next:
	ROW
	MOVQ  (SI)(AX*1), X10
	PADDW X10, X0
	PSRLW $8, X10
	PADDW X10, X1
	DECQ  CX
	JNZ   next
	SPREAD(X0, X1, X10)
	KEEP8(0, X0, X11)
	RET

// func pairs(rows *byte, features *uint32, n int, mask uint32) (all, odd uint64)
TEXT ·pairs(SB), NOSPLIT, $0-48
	MOVQ rows+0(FP), SI
	MOVQ features+8(FP), DI
	MOVQ n+16(FP), CX
	MOVL mask+24(FP), DX
	XORQ R8, R8
	XORQ R9, R9

next:
	MOVL    (DI), AX
	ANDL    DX, AX
	MOVWLZX (SI)(AX*2), BX
	ADDQ    BX, R8
	SHRL    $8, BX
	ADDQ    BX, R9
	ADDQ    $4, DI
	DECQ    CX
	JNZ     next
	MOVQ    R8, all+32(FP)
	MOVQ    R9, odd+40(FP)
	RET

// func fours(rows *byte, features *uint32, n int, mask uint32) (all, odd uint64)
TEXT ·fours(SB), NOSPLIT, $0-48
	MOVQ rows+0(FP), SI
	MOVQ features+8(FP), DI
	MOVQ n+16(FP), CX
	MOVL mask+24(FP), DX
	MOVQ $0x00FF00FF, R10
	XORQ R8, R8
	XORQ R9, R9

next:
	MOVL (DI), AX
	ANDL DX, AX
	MOVL (SI)(AX*4), BX
	ADDQ BX, R8
	SHRL $8, BX
	ANDL R10, BX
	ADDQ BX, R9
	ADDQ $4, DI
	DECQ CX
	JNZ  next
	MOVQ R8, all+32(FP)
	MOVQ R9, odd+40(FP)
	RET
