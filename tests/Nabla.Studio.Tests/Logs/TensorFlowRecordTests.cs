namespace Nabla.Studio.Tests.Logs;

public sealed class TensorFlowRecordTests
{
    [Fact]
    public void Checksums_AreThoseOfTheStandard()
    {
        // RFC 3720, B.4, and the check value of the catalogue of CRC algorithms.
        Assert.Equal(0xE3069283, TensorFlowRecord.Checksum("123456789"u8));
        Assert.Equal(0x8A9136AA, TensorFlowRecord.Checksum(new byte[32]));
        Assert.Equal(0x62A8AB43u, TensorFlowRecord.Checksum([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal(0x46DD794Eu, TensorFlowRecord.Checksum([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
        Assert.Equal(0u, TensorFlowRecord.Checksum([]));
    }

    [Fact]
    public void ARecord_IsLengthAndMessageEachWithItsChecksum()
    {
        // Every event file of TensorFlow begins with these twelve bytes: its first message has 24.
        byte[] record = TensorFlowRecord.Of(new byte[24]);

        Assert.Equal("1800000000000000A37F4B22", Convert.ToHexString(record[..12]));
        Assert.Equal(12 + 24 + 4, record.Length);
        Assert.Equal("0000000000000000" + "29039807" + "D8EA82A2", Convert.ToHexString(TensorFlowRecord.Of([])));
    }
}
