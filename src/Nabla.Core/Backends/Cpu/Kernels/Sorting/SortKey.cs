using System.Runtime.CompilerServices;

namespace Nabla.Backends.Cpu.Kernels.Sorting;

/// <summary>Numbers as unsigned keys of the same order: both zeros are equal, NaN is above all.</summary>
internal static class SortKey
{
    /// <summary>How many bytes of a key can differ.</summary>
    public static int Bytes<T>() where T : unmanaged => Unsafe.SizeOf<T>();

    /// <summary>The key of a number, by which the smallest key comes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of<T>(T value, bool isDescending) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            float number = (float)(object)value;
            uint bits = BitConverter.SingleToUInt32Bits(number + 0f), sign = (uint)((int)bits >> 31);
            uint key = bits ^ (sign | 0x8000_0000);
            return float.IsNaN(number) ? uint.MaxValue : isDescending ? ~key : key;
        }

        if (typeof(T) == typeof(double))
        {
            double number = (double)(object)value;
            ulong bits = BitConverter.DoubleToUInt64Bits(number + 0.0), sign = (ulong)((long)bits >> 63);
            ulong key = bits ^ (sign | 0x8000_0000_0000_0000);
            return double.IsNaN(number) ? ulong.MaxValue : isDescending ? ~key : key;
        }

        if (typeof(T) == typeof(int))
        {
            uint key = (uint)(int)(object)value ^ 0x8000_0000;
            return isDescending ? ~key : key;
        }

        if (typeof(T) == typeof(long))
        {
            ulong key = (ulong)(long)(object)value ^ 0x8000_0000_0000_0000;
            return isDescending ? ~key : key;
        }

        byte last = (byte)(object)value;
        return isDescending ? (byte)~last : last;
    }
}
