using Nabla.Backends.Cpu.Kernels.Random;

namespace Nabla.Backends.Cpu.Programs;

/// <summary>Uniform random numbers.</summary>
internal sealed unsafe class UniformGenerator(RandomUniformOp op) : TileGenerator
{
    public override void Fill(long counter, long start, byte* destination, int count)
    {
        if (op.DType is DType.Float64)
        {
            RandomFill.Uniform(op.Key.Value, (ulong)counter, (ulong)start, (double*)destination, count);
        }
        else
        {
            RandomFill.Uniform(op.Key.Value, (ulong)counter, (ulong)start, (float*)destination, count);
        }
    }
}
