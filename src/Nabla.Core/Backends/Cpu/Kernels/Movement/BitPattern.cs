namespace Nabla.Backends.Cpu.Kernels.Movement;

/// <summary>The bits of a number as an element of some type, for kernels that only move elements.</summary>
internal static class BitPattern
{
    public static long Of(Scalar value, DType dtype) => dtype switch
    {
        DType.Float32 => BitConverter.SingleToInt32Bits((float)value.ToDouble()),
        DType.Float64 => BitConverter.DoubleToInt64Bits(value.ToDouble()),
        DType.Bool => value.ToDouble() != 0 ? 1 : 0,
        _ => value.ToInt64(),
    };
}
