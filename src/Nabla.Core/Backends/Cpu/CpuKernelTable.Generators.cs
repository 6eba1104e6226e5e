using Nabla.Backends.Cpu.Programs;

namespace Nabla.Backends.Cpu;

/// <content>Generators of random numbers, made tile by tile inside fused programs.</content>
internal sealed partial class CpuKernelTable
{
    private void RegisterGenerators()
    {
        Generator<RandomNormalOp>(op => new NormalGenerator(op));
        Generator<RandomUniformOp>(op => new UniformGenerator(op));
    }
}
