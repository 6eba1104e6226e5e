using Nabla.Backends.Cpu.Kernels.Elementwise;

namespace Nabla.Backends.Cpu;

/// <content>Elementwise operations; the number is roughly the cycles that one vector takes.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterElementwise()
    {
        Elementwise.Cast<CastOp>();
        Elementwise.Choice<WhereOp, Select>();
        Elementwise.Ternary<MultiplyAddOp, MultiplyAdd>();

        Elementwise.Unary<AbsOp, Abs>();
        Elementwise.Unary<AcosOp, Acos>(30);
        Elementwise.Unary<AsinOp, Asin>(30);
        Elementwise.Unary<AtanOp, Atan>(25);
        Elementwise.Unary<CeilingOp, Ceiling>();
        Elementwise.Unary<CosOp, Cos>(25);
        Elementwise.Unary<ErfOp, Erf>(25);
        Elementwise.Unary<ExpOp, Exp>(12);
        Elementwise.Unary<Expm1Op, Expm1>(18);
        Elementwise.Unary<FloorOp, Floor>();
        Elementwise.Unary<Log1pOp, Log1p>(22);
        Elementwise.Unary<LogOp, Log>(18);
        Elementwise.Unary<NegateOp, Negate>();
        Elementwise.Unary<NotOp, Not>();
        Elementwise.Unary<ReciprocalOp, Reciprocal>(6);
        Elementwise.Unary<ReciprocalSqrtOp, ReciprocalSqrt>(9);
        Elementwise.Unary<ReluOp, Relu>();
        Elementwise.Unary<RoundOp, Round>();
        Elementwise.Unary<SigmoidOp, Sigmoid>(20);
        Elementwise.Unary<SignOp, Sign>(2);
        Elementwise.Unary<SinOp, Sin>(25);
        Elementwise.Unary<SoftplusOp, Softplus>(35);
        Elementwise.Unary<SqrtOp, Sqrt>(8);
        Elementwise.Unary<SquareOp, Square>();
        Elementwise.Unary<TanOp, Tan>(35);
        Elementwise.Unary<TanhOp, Tanh>(20);
        Elementwise.Unary<TruncateOp, Truncate>();

        Elementwise.Binary<AddOp, Add>();
        Elementwise.Binary<AndOp, And>();
        Elementwise.Binary<DivideOp, Divide>(6);
        Elementwise.Binary<MaximumOp, Maximum>(3);
        Elementwise.Binary<MinimumOp, Minimum>(3);
        Elementwise.Binary<MultiplyOp, Multiply>();
        Elementwise.Binary<OrOp, Or>();
        Elementwise.Binary<PowOp, Pow>(60);
        Elementwise.Binary<RemainderOp, Remainder>(12);
        Elementwise.Binary<SubtractOp, Subtract>();
        Elementwise.Binary<XorOp, Xor>();

        Elementwise.Test<IsFiniteOp, IsFinite>();
        Elementwise.Test<IsNaNOp, IsNaN>();
        Elementwise.Comparison<EqualOp, Equal>();
        Elementwise.Comparison<GreaterEqualOp, GreaterOrEqual>();
        Elementwise.Comparison<GreaterOp, Greater>();
        Elementwise.Comparison<LessEqualOp, LessOrEqual>();
        Elementwise.Comparison<LessOp, Less>();
        Elementwise.Comparison<NotEqualOp, NotEqual>();
    }
}
