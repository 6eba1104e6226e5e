using Nabla.Backends.Cpu.Kernels.Contraction;
using Nabla.Backends.Cpu.Threads;

namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>
/// The kernel [taps, channels of a group, filters] as input gradients read it: [taps, filters of a group, channels].
/// </summary>
internal sealed unsafe class TurnedKernel<T>(int taps, int channels, int filters, int groups) : ParallelWork
    where T : unmanaged
{
    /// <summary>The bytes of the copy.</summary>
    public long Bytes => Rounding.Up((long)taps * channels * filters * groups * sizeof(T), 64);

    public int Chunks => taps;

    public override void Run(nint* slots, int chunk, int worker)
    {
        var run = (RunFrame*)slots;
        nint offset = (nint)chunk * channels * filters * groups;
        T* from = (T*)run->B + offset, to = (T*)run->PackedRight + offset;
        for (int group = 0; group < groups; group++)
        {
            for (int filter = 0; filter < filters; filter++)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    to[((nint)filter * channels * groups) + ((nint)group * channels) + channel] =
                        from[((nint)channel * filters * groups) + ((nint)group * filters) + filter];
                }
            }
        }
    }
}
