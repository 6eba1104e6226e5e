using Nabla.Backends.Cpu.Kernels.Random;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Normal random numbers.</summary>
internal sealed unsafe class NormalGenerator(RandomNormalOp op) : TileGenerator
{
    public override void Fill(long counter, long start, byte* destination, int count)
    {
        if (op.DType is DType.Float64)
        {
            RandomFill.Normal(op.Key.Value, (ulong)counter, (ulong)start, (double*)destination, count);
        }
        else
        {
            RandomFill.Normal(op.Key.Value, (ulong)counter, (ulong)start, (float*)destination, count);
        }
    }
}
